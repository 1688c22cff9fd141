// How many people are somewhere right now: the dot of the mark, and a number.
'use client';

import { useFormatter } from 'next-intl';
import { cn } from '@/components/ui/cn';

export function PeopleCount({ count }: { count: number }) {
  const format = useFormatter();
  return (
    <span className={cn('tabular inline-flex items-center gap-1.5', count === 0 && 'text-faint')}>
      {count > 0 && <span aria-hidden className="size-1.5 rounded-full bg-person" />}
      {format.number(count)}
    </span>
  );
}
