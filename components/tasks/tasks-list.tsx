// The tasks of a team, newest first, kept fresh while one looks.
'use client';

import { useInfiniteQuery } from '@tanstack/react-query';
import { ClipboardCheck, SearchX } from 'lucide-react';
import { useTranslations } from 'next-intl';
import { ListFrame } from '@/components/shell/list-frame';
import { useUrlFilter } from '@/components/shell/use-url-filter';
import { Button } from '@/components/ui/button';
import { EmptyState } from '@/components/ui/empty-state';
import type { Page } from '@/lib/core/api/page';
import type { TaskEntry } from '@/lib/core/api/task';
import { firstPage } from '@/lib/queries/first-page';
import { type TasksFilter, tasksQuery } from '@/lib/queries/tasks';
import { statusOf, teamOf } from './filter';
import { TaskItem } from './task-item';
import { TasksToolbar } from './tasks-toolbar';

interface TasksListProps {
  initial: { filter: TasksFilter; page: Page<TaskEntry> };
}

export function TasksList({ initial }: TasksListProps) {
  const [read, change] = useUrlFilter();
  const filter = { team: teamOf(read('team')), status: statusOf(read('status')), customer: read('customer') };
  const { team, status, customer } = initial.filter;
  const isInitial = filter.team === team && filter.status === status && filter.customer === customer;
  const query = useInfiniteQuery({
    ...tasksQuery(filter),
    ...firstPage(isInitial ? initial.page : undefined),
  });
  const tasks = query.data?.pages.flatMap((page) => page.data) ?? [];
  const isEmpty = query.isSuccess && tasks.length === 0;
  const isUnfiltered = filter.team === undefined && filter.customer === undefined && filter.status === 'open';
  return (
    <>
      <TasksToolbar filter={filter} onChange={change} />
      <ListFrame query={query}>
        {isEmpty && isUnfiltered && <NoTasks />}
        {isEmpty && !isUnfiltered && (
          <NoSuchTasks onShowAll={() => change({ team: undefined, customer: undefined, status: 'all' })} />
        )}
        {tasks.length > 0 && (
          <ul>
            {tasks.map((task) => (
              <TaskItem key={task.id} task={task} />
            ))}
          </ul>
        )}
      </ListFrame>
    </>
  );
}

function NoTasks() {
  const t = useTranslations('tasks.empty');
  return (
    <EmptyState icon={<ClipboardCheck aria-hidden />} title={t('title')} description={t('description')} />
  );
}

function NoSuchTasks({ onShowAll }: { onShowAll: () => void }) {
  const t = useTranslations('tasks.emptyFilter');
  return (
    <EmptyState
      icon={<SearchX aria-hidden />}
      title={t('title')}
      description={t('description')}
      action={<Button onClick={onShowAll}>{t('action')}</Button>}
    />
  );
}
