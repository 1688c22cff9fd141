// The warnings that a publish leaves standing, by name: each says which step it is about and leads to its field.
'use client';

import { useTranslations } from 'next-intl';
import { useId } from 'react';
import { ProblemLines } from './problem-lines';
import { useStudio } from './studio-context';

/** @param onOpen what else happens when one is chosen: the question gives way to the field */
export function PublishWarnings({ onOpen }: { onOpen: () => void }) {
  const t = useTranslations('canvas.publish');
  const title = useId();
  const problems = useStudio((studio) => studio.problems.all);
  const warnings = problems.filter(({ grade }) => grade === 'warning');
  if (warnings.length === 0) return null;
  return (
    <section aria-labelledby={title} className="rounded-md bg-warning-soft px-1 pt-2 pb-1">
      <p id={title} className="px-2 text-sm text-warning-ink">
        {t('warnings', { count: warnings.length })}
      </p>
      <ProblemLines problems={warnings} className="mt-0.5 max-h-44 overflow-y-auto" onOpen={onOpen} />
    </section>
  );
}
