// What is wrong with the open step, all of it; each line leads to its field.
'use client';

import { useTranslations } from 'next-intl';
import type { Problem } from '@/lib/core/journey/problem';
import { ProblemLine } from './problem-line';

export function NodeProblems({ problems }: { problems: readonly Problem[] }) {
  const t = useTranslations('canvas.problems');
  if (problems.length === 0) return null;
  return (
    <section aria-label={t('title')} className="mt-6 border-t pt-4">
      <h3 className="mb-1.5 font-medium text-muted text-xs">{t('onCard', { count: problems.length })}</h3>
      <ul className="-mx-2">
        {problems.map((problem) => (
          <ProblemLine key={`${problem.code} ${problem.field}`} problem={problem} />
        ))}
      </ul>
    </section>
  );
}
