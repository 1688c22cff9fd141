// Before a publish: the tests that fail on what would be published, and the choice to publish all the same.
'use client';

import { useTranslations } from 'next-intl';
import { documentOf } from '@/components/canvas/studio';
import { useStudio } from '@/components/canvas/studio-context';
import { differenceText } from '@/lib/core/journey-test/difference-text';
import { useDifferenceWords } from './use-difference-words';
import type { TestRun } from './use-test-runs';

interface FailingTestsProps {
  failing: readonly TestRun[];
  /** Whether it was chosen to publish although they fail. */
  isIgnored: boolean;
  onIgnore: (isIgnored: boolean) => void;
}

export function FailingTests({ failing, isIgnored, onIgnore }: FailingTestsProps) {
  const t = useTranslations('journeyTests.publish');
  const words = useDifferenceWords(useStudio(documentOf));
  return (
    <section className="flex flex-col gap-2 rounded-md bg-danger-soft px-3 py-2.5 text-danger-ink text-sm">
      <h3 className="font-medium">{t('failing', { count: failing.length })}</h3>
      <ul className="flex max-h-40 flex-col gap-1 overflow-y-auto">
        {failing.map(({ entry, verdict }) => (
          <li key={entry.id}>
            <span className="font-medium">{entry.name}</span>
            {!verdict.passed && <span className="block">{differenceText(verdict.difference, words)}</span>}
          </li>
        ))}
      </ul>
      <label className="flex items-center gap-2 font-medium">
        <input
          type="checkbox"
          className="size-4 accent-current"
          checked={isIgnored}
          onChange={({ target }) => onIgnore(target.checked)}
        />
        {t('ignore')}
      </label>
    </section>
  );
}
