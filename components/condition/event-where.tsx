// What the properties of an event must say for it to be counted: nothing at first, then all of these.
'use client';

import { Plus } from 'lucide-react';
import { useTranslations } from 'next-intl';
import { useNodeForm } from '@/components/nodes/form-context';
import { Button } from '@/components/ui/button';
import type { EventTest } from '@/lib/core/condition/condition';
import { blankTest } from './blank-line';
import type { LineEditorProps } from './line';
import { RemoveButton } from './remove-button';
import { SeenHint } from './seen-hint';
import { OperatorAndValue, PathInput } from './test-parts';

const MOST = 20;

export function EventWhere({ value, onChange }: Pick<LineEditorProps<EventTest>, 'value' | 'onChange'>) {
  const t = useTranslations('forms.condition');
  const suggestions = useNodeForm().suggestions.propertiesOf[value.event] ?? [];
  const { where } = value;
  const change = (next: EventTest['where']) => onChange({ ...value, where: next });
  return (
    <>
      {where.map((test, index) => (
        <fieldset
          // As in a group, a row has no identity but its place.
          // biome-ignore lint/suspicious/noArrayIndexKey: see above
          key={index}
          aria-label={t('whereRow', { number: index + 1 })}
          className="flex min-w-0 flex-col gap-1.5 border-line-strong border-l-2 pl-2.5"
        >
          <div className="flex items-center gap-1.5">
            <span className="w-11 shrink-0 text-muted text-sm">{t(index === 0 ? 'where' : 'and')}</span>
            <PathInput
              value={test}
              suggestions={suggestions}
              onChange={(next) => change(where.with(index, next))}
            />
            <RemoveButton label={t('removeWhere')} onClick={() => change(where.toSpliced(index, 1))} />
          </div>
          <div className="flex flex-wrap items-center gap-1.5">
            <OperatorAndValue
              value={test}
              onChange={(next) => change(where.with(index, next))}
              suggestions={suggestions}
            />
          </div>
          <SeenHint value={test} suggestions={suggestions} />
        </fieldset>
      ))}
      {where.length < MOST && (
        <Button
          size="sm"
          variant="ghost"
          className="self-start"
          onClick={() => change([...where, blankTest('property')])}
        >
          <Plus aria-hidden />
          {t('addWhere')}
        </Button>
      )}
    </>
  );
}
