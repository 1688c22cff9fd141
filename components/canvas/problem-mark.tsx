// The badge at the corner of a card that has problems; its colour and sign are those of the gravest.
'use client';

import { Lightbulb, TriangleAlert, X } from 'lucide-react';
import { useTranslations } from 'next-intl';
import { cn } from '@/components/ui/cn';
import { RoundSign } from '@/components/ui/round-sign';
import type { ProblemGrade } from '@/lib/core/journey/problem';

export const gradeIcons = { error: X, warning: TriangleAlert, advice: Lightbulb } as const;

const looks = {
  error: 'bg-danger text-surface',
  warning: 'bg-warning text-surface',
  advice: 'bg-info text-surface',
} as const;

export function ProblemMark({ grade, count }: { grade: ProblemGrade | null; count: number }) {
  const t = useTranslations('canvas.problems');
  if (grade === null) return null;
  return (
    <RoundSign
      icon={gradeIcons[grade]}
      label={t('onCard', { count })}
      className={cn('-top-2 -right-2 pointer-events-none absolute', looks[grade])}
    />
  );
}
