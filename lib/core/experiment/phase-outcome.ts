// How a phase came out, as its row keeps it: what new entries take from then on, and who or what decided it.
import { z } from 'zod';

export const PhaseOutcome = z.strictObject({
  /** winner: proven. best: best performer, not proven. baseline: no winner, so the first arm. paused: another arm did harm. chosen: by a person. */
  kind: z.enum(['winner', 'best', 'baseline', 'paused', 'chosen', 'none']),
  /** What everybody takes who comes from then on; null where the split goes on. */
  arm: z.string().nullable(),
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
