// What becomes of everything that was due while a journey stood still, once it goes on.
import { z } from 'zod';
import { spreadOver } from './spread';

export const ResumePlan = z.discriminatedUnion('kind', [
  z.strictObject({
    kind: z.literal('shift').describe('Everything comes later by the length of the pause.'),
  }),
  z.strictObject({
    kind: z
      .literal('skip')
      .describe(
        'What is too late by its own limit is not sent; the rest of what is overdue goes on at once.',
      ),
  }),
  z.strictObject({
    kind: z.literal('spread').describe('What is overdue is caught up on, spread over so many hours.'),
    hours: z.number().int().min(1).max(720).default(24),
  }),
]);
export type ResumePlan = z.infer<typeof ResumePlan>;

export const defaultResumePlan: ResumePlan = { kind: 'shift' };

/** ms since 1970. */
export interface Standstill {
  readonly pausedAt: number;
  readonly now: number;
}

/**
 * When something that was due at `dueAt` (ms) is due after the pause. Nothing comes earlier than it would have, except
 * that `spread` gives everything overdue a new time from now on, the same one for the same id.
 */
export function resumedAt(id: string, dueAt: number, plan: ResumePlan, pause: Standstill): number {
  const { pausedAt, now } = pause;
  switch (plan.kind) {
    case 'shift':
      return dueAt + Math.max(0, now - pausedAt);
    case 'skip':
      return dueAt;
    case 'spread':
      return dueAt <= now ? spreadOver(id, plan.hours, now) : dueAt;
  }
}
