// Tasks that journeys give to people, as the API and the studio see them.
import { z } from 'zod';
import { idOf } from '../id';
import { textUpTo } from '../text';
import { Instant, PageQuery } from './page';

export const TaskTeam = z.enum(['sales', 'support', 'store']);
export type TaskTeam = z.infer<typeof TaskTeam>;

export const TaskStatus = z.enum(['open', 'done', 'cancelled']);
export type TaskStatus = z.infer<typeof TaskStatus>;

export const TaskEntry = z.object({
  id: idOf('tsk'),
  team: TaskTeam,
  title: z.string(),
  note: z.string(),
  customerId: idOf('cus'),
  customerLabel: z.string(),
  journeyId: idOf('jrn'),
  journeyName: z.string(),
  status: TaskStatus,
  dueAt: Instant.nullable(),
  createdAt: Instant,
  endedAt: Instant.nullable(),
  endedBy: z.string().nullable().describe('Who finished it.'),
});
export type TaskEntry = z.infer<typeof TaskEntry>;

export const ListTasks = PageQuery.extend({
  team: TaskTeam.optional(),
  status: TaskStatus.optional(),
  customer: textUpTo(500)
    .min(1)
    .optional()
    .describe('Only tasks about this customer: our id or the `userId`.'),
});
export type ListTasks = z.infer<typeof ListTasks>;

export const TaskRef = z.strictObject({ id: idOf('tsk') });
export type TaskRef = z.infer<typeof TaskRef>;

export const FinishTask = z.strictObject({ id: idOf('tsk'), outcome: z.enum(['done', 'cancelled']) });
export type FinishTask = z.infer<typeof FinishTask>;
