// One task: what is to be done, for whom, until when; and who did it.
'use client';

import Link from 'next/link';
import { useFormatter, useTranslations } from 'next-intl';
import { useMayWrite } from '@/components/shell/role';
import { Badge, type BadgeTone } from '@/components/ui/badge';
import { RelativeTime } from '@/components/ui/relative-time';
import { useTicking } from '@/components/ui/ticking';
import type { TaskEntry, TaskTeam } from '@/lib/core/api/task';
import { FinishButtons } from './finish-buttons';

const tones = { sales: 'entry', support: 'person', store: 'data' } as const satisfies Record<
  TaskTeam,
  BadgeTone
>;

export function TaskItem({ task }: { task: TaskEntry }) {
  const t = useTranslations('tasks');
  const mayWrite = useMayWrite();
  const { team, title, note, customerId, customerLabel, journeyId, journeyName, status, endedBy } = task;
  return (
    <li className="flex gap-x-4 gap-y-3 border-b px-4 py-3.5 last:border-b-0 max-sm:flex-col">
      <div className="min-w-0 flex-1">
        <p className="flex flex-wrap items-center gap-x-2 gap-y-1">
          <span className="wrap-anywhere font-medium text-base">{title}</span>
          <Badge tone={tones[team]}>{t(`teams.${team}`)}</Badge>
          {status === 'open' && <Due task={task} />}
          {status !== 'open' && (
            <Badge tone={status === 'done' ? 'success' : 'neutral'}>
              {t('by', { status, name: endedBy ?? '' })}
            </Badge>
          )}
        </p>
        {note && <p className="wrap-anywhere mt-1 whitespace-pre-line text-sm">{note}</p>}
        <p className="mt-1.5 flex flex-wrap gap-x-3 gap-y-1 text-muted text-xs">
          <Link
            href={`/customers/${customerId}`}
            className="font-medium text-ink underline-offset-2 hover:underline"
          >
            {customerLabel}
          </Link>
          <Link href={`/journeys/${journeyId}`} className="underline-offset-2 hover:underline">
            {t('from', { journey: journeyName })}
          </Link>
          <RelativeTime at={task.endedAt ?? task.createdAt} />
        </p>
      </div>
      {status === 'open' && mayWrite && <FinishButtons task={task} />}
    </li>
  );
}

function Due({ task: { dueAt } }: { task: TaskEntry }) {
  const t = useTranslations('tasks');
  const format = useFormatter();
  const now = useTicking();
  if (dueAt === null) return null;
  const due = new Date(dueAt);
  const isOver = due.getTime() < now.getTime();
  const date = format.dateTime(due, 'day');
  return <Badge tone={isOver ? 'danger' : 'outline'}>{t(isOver ? 'overdue' : 'due', { date })}</Badge>;
}
