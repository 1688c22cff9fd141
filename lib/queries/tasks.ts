// Tasks for the browser.
import { infiniteQueryOptions, keepPreviousData } from '@tanstack/react-query';
import type { Page } from '@/lib/core/api/page';
import type { TaskEntry, TaskStatus, TaskTeam } from '@/lib/core/api/task';
import { byCursor } from './by-cursor';
import { getJson } from './get-json';

export interface TasksFilter {
  team?: TaskTeam | undefined;
  status?: TaskStatus | undefined;
  customer?: string | undefined;
}

const refreshMs = 5_000;

export function tasksQuery(filter: TasksFilter) {
  return infiniteQueryOptions({
    queryKey: ['tasks', 'list', filter],
    queryFn: ({ pageParam, signal }) =>
      getJson<Page<TaskEntry>>('/v1/tasks', { ...filter, cursor: pageParam }, signal),
    ...byCursor,
    placeholderData: keepPreviousData,
    refetchInterval: refreshMs,
  });
}
