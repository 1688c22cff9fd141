// Tests of properties in a row, all of which must hold.
'use client';

import { useTranslations } from 'next-intl';
import type { Suggestion } from '@/components/nodes/form-context';
import type { Test } from '@/lib/core/condition/condition';
import { RemoveButton } from './remove-button';
import { SeenHint } from './seen-hint';
import { OperatorAndValue, PathInput } from './test-parts';

interface PropertyTestsProps {
  /** Names a row for screen readers by its number. */
  label: (number: number) => string;
  /** The word before the first one. */
  first: string;
  tests: readonly Test[];
  suggestions: readonly Suggestion[];
  onChange: (tests: Test[]) => void;
}

export function PropertyTests({ label, first, tests, suggestions, onChange }: PropertyTestsProps) {
  const t = useTranslations('forms.condition');
  return tests.map((test, index) => (
    <fieldset
      // As in a group, a row has no identity but its place.
      // biome-ignore lint/suspicious/noArrayIndexKey: see above
      key={index}
      aria-label={label(index + 1)}
      className="flex min-w-0 flex-col gap-1.5 border-line-strong border-l-2 pl-2.5"
    >
      <div className="flex items-center gap-1.5">
        <span className="w-11 shrink-0 text-muted text-sm">{index === 0 ? first : t('and')}</span>
        <PathInput
          value={test}
          suggestions={suggestions}
          onChange={(next) => onChange(tests.with(index, next))}
        />
        <RemoveButton label={t('removeWhere')} onClick={() => onChange(tests.toSpliced(index, 1))} />
      </div>
      <div className="flex flex-wrap items-center gap-1.5">
        <OperatorAndValue
          value={test}
          onChange={(next) => onChange(tests.with(index, next))}
          suggestions={suggestions}
        />
      </div>
      <SeenHint value={test} suggestions={suggestions} />
    </fieldset>
  ));
}
