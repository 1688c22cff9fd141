// Everything wrong with the journey, gravest first, always one click away. Each line leads to its step and field.
'use client';

import { CircleCheck } from 'lucide-react';
import { useTranslations } from 'next-intl';
import { useState } from 'react';
import { Button } from '@/components/ui/button';
import { cn } from '@/components/ui/cn';
import { Popover, PopoverContent, PopoverTrigger } from '@/components/ui/popover';
import type { Problem, ProblemGrade } from '@/lib/core/journey/problem';
import { ProblemLines } from './problem-lines';
import { gradeIcons } from './problem-mark';
import { useStudio } from './studio-context';

const grades: readonly ProblemGrade[] = ['error', 'warning', 'advice'];
const tones = { error: 'text-danger', warning: 'text-warning', advice: 'text-info' } as const;

export function ProblemsPanel() {
  const t = useTranslations('canvas.problems');
  const { all, counts } = useStudio((studio) => studio.problems);
  const [isOpen, setOpen] = useState(false);
  return (
    <Popover open={isOpen} onOpenChange={setOpen}>
      <PopoverTrigger asChild>
        <Button className="gap-2.5 shadow-mid tabular">
          {all.length === 0 && <CircleCheck className="text-success" aria-hidden />}
          {all.length === 0 ? (
            <span className="max-sm:sr-only">{t('none')}</span>
          ) : (
            <span className="sr-only">{t('summary', counts)}</span>
          )}
          <span className="flex gap-2.5" aria-hidden>
            {grades.map((grade) => (
              <Count key={grade} grade={grade} count={counts[grade]} />
            ))}
          </span>
        </Button>
      </PopoverTrigger>
      <PopoverContent side="top" align="start" className="w-96 p-0" aria-label={t('title')}>
        <h2 className="border-b px-4 py-2.5 font-semibold text-sm">{t('title')}</h2>
        <ProblemList problems={all} onOpen={() => setOpen(false)} />
      </PopoverContent>
    </Popover>
  );
}

function ProblemList({ problems, onOpen }: { problems: readonly Problem[]; onOpen: () => void }) {
  const t = useTranslations('canvas.problems');
  if (problems.length === 0) {
    return <p className="px-4 py-6 text-center text-muted text-sm">{t('empty')}</p>;
  }
  return <ProblemLines problems={problems} className="max-h-80 overflow-y-auto p-1.5" onOpen={onOpen} />;
}

function Count({ grade, count }: { grade: ProblemGrade; count: number }) {
  if (count === 0) return null;
  const Icon = gradeIcons[grade];
  return (
    <span className="flex items-center gap-1">
      <Icon className={cn(tones[grade])} strokeWidth={2.75} aria-hidden />
      {count}
    </span>
  );
}
