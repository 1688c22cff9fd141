// What becomes of everything that was due while a journey stood still, once it goes on.
import { z } from 'zod';
import { spreadOver } from './spread';

export const ResumePlan = z.discriminatedUnion('kind', [
  z.strictObject({
    kind: z
      .literal('shift')
      .describe(
        'Everything comes later by as long as it stood still. A wait for a time of day keeps that time, in whole days; a date still to come stays.',
      ),
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

/** A timer or a held send: due at `dueAt` (ms), and at `shiftedTo` where it is to come later by the pause. */
export interface Due {
  readonly id: string;
  readonly dueAt: number;
  readonly shiftedTo: number;
}

/**
 * When something is due after the pause (ms). Nothing comes earlier than it would have, except that `spread` gives
 * everything overdue a new time from now on, the same one for the same id.
 */
export function resumedAt({ id, dueAt, shiftedTo }: Due, plan: ResumePlan, now: number): number {
  switch (plan.kind) {
    case 'shift':
      return shiftedTo;
    case 'skip':
      return dueAt;
    case 'spread':
      return dueAt <= now ? spreadOver(id, plan.hours, now) : dueAt;
  }
}
