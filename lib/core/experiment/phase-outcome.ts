// How a phase came out, as its row keeps it: what new entries take from then on, and who or what decided it.
import { z } from 'zod';

export const PhaseOutcome = z.strictObject({
  /** winner: proven. best: best performer, not proven. baseline: no winner, so the first arm. paused: an arm did harm. settled: nothing left to gain. chosen: by a person. */
  kind: z.enum(['winner', 'best', 'baseline', 'paused', 'settled', 'chosen', 'none']),
  /** What everybody takes who comes from then on; null where the split goes on. */
  arm: z.string().nullable(),
  /** Arms that did harm: nobody is dealt them from then on. */
  paused: z.array(z.string()).default([]),
  look: z.number(),
  at: z.string(),
  by: z.string(),
  /** Of the rule that decided it. */
  rule: z.number(),
});
export type PhaseOutcome = z.infer<typeof PhaseOutcome>;

/** Null while nothing came out yet. */
export function phaseOutcome(stored: unknown): PhaseOutcome | null {
  const parsed = PhaseOutcome.safeParse(stored);
  return parsed.success ? parsed.data : null;
}
