// The filter of the tasks list as it stands in the address. Without a word about it, what is open is shown.
import type { TaskEntry, TaskTeam } from '@/lib/core/api/task';

type Status = TaskEntry['status'];

export const teams = ['sales', 'support', 'store'] as const satisfies TaskTeam[];
export const statuses = ['open', 'done', 'cancelled'] as const satisfies Status[];

export const teamOf = (value: string | undefined) => teams.find((team) => team === value);

/** `all` stands for every state, which the list knows as none. */
export function statusOf(value: string | undefined): Status | undefined {
  if (value === 'all') return undefined;
  return statuses.find((status) => status === value) ?? 'open';
}
