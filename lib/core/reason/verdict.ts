// What became of one event at one trigger: what the engine stored, or, where it stores nothing, what follows from what
// was in force when the event was worked.
import { z } from 'zod';
import type { Condition, Leaf } from '../condition/condition';
import type { Facts } from '../condition/evaluate';
import { explain, type FailedTest } from '../condition/explain';
import { ReasonCode } from '../engine/reason';

/** Why an event let nobody in where no decision says so. Derived, never stored. */
export const NonEntryCode = z.enum([
  'filter-failed',
  'was-paused',
  'was-not-live',
  'was-archived',
  'event-parked',
  'event-pending',
  'not-recorded',
]);
export type NonEntryCode = z.infer<typeof NonEntryCode>;

/** `entered`, the code of a stored refusal, or why nothing was stored. */
export const VerdictCode = z.union([ReasonCode, NonEntryCode]);
export type VerdictCode = z.infer<typeof VerdictCode>;

/** How the journey stood when an event was worked. */
export interface StandingThen {
  /** pending: not worked yet. parked: put aside. unrecorded: worked before the rules in force were noted. */
  readonly work: 'done' | 'pending' | 'parked' | 'unrecorded';
  readonly state: 'draft' | 'live' | 'paused' | 'archived';
  readonly version: number | null;
}

export interface Verdict {
  readonly code: VerdictCode;
  /** The tests of the filter that kept the customer out, with the values they found. */
  readonly failed: readonly FailedTest[];
}

const because = (code: VerdictCode): Verdict => ({ code, failed: [] });

const byState = { draft: 'was-not-live', paused: 'was-paused', archived: 'was-archived' } as const;

/** Why an event met no rule at all, or null where the rules of a live version were asked. */
export function verdictOfStanding({ work, state }: StandingThen): Verdict | null {
  if (work === 'pending') return because('event-pending');
  if (work === 'parked') return because('event-parked');
  if (work === 'unrecorded') return because('not-recorded');
  return state === 'live' ? null : because(byState[state]);
}

/**
 * The verdict of one rule that was in force. What is stored counts; where nothing is, the filter failed, on what is known
 * of it. Where everything that is known says that it should have passed, the code says so.
 *
 * @param stored the code the engine recorded for this event at this trigger, null where it recorded none
 * @param isKnown whether the value a test looks at is the one it had then
 */
export function verdictOfRule(
  filter: Condition | null,
  facts: Facts,
  stored: ReasonCode | null,
  isKnown: (leaf: Leaf) => boolean,
): Verdict {
  if (stored !== null) return because(stored);
  const { holds, failed } = filter === null ? { holds: true, failed: [] } : explain(filter, facts, isKnown);
  return holds === true ? because('not-recorded') : { code: 'filter-failed', failed };
}
