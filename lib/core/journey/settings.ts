// What holds for a journey as a whole: who may come again, what counts as success, what makes it pointless to go on.
import { z } from 'zod';
import { Condition } from '../condition/condition';
import { EventFilter, EventKey, EventName } from '../nodes/event-match';
import { textUpTo } from '../text';

const RuleId = z
  .string()
  .regex(
    /^[A-Za-z0-9][A-Za-z0-9_-]{0,59}$/,
    'must be 1 to 60 letters, digits, - or _, and begin with a letter or digit',
  );

/** Something that may happen anywhere in the journey: an event, or a condition that comes true. */
const occasion = {
  id: RuleId,
  name: textUpTo(120).default(''),
  when: z.enum(['event', 'condition']).default('event'),
  event: EventName,
  filter: EventFilter,
  key: EventKey,
  condition: Condition.default({ type: 'all', of: [] }),
};

/** Reached, the passage counts as converted; it ends where `exits` says so. */
export const Goal = z.strictObject({ ...occasion, exits: z.boolean().default(true) });
export type Goal = z.infer<typeof Goal>;

/** Met, the passage ends because it is no longer relevant. */
export const ExitRule = z.strictObject(occasion);
export type ExitRule = z.infer<typeof ExitRule>;

export const JourneySettings = z.strictObject({
  /** `after`: again when `reentryAfterDays` have passed since they last entered. */
  reentry: z.enum(['once', 'after', 'unlimited']),
  reentryAfterDays: z.number().exactOptional(),
  /** by-key: one passage at a time for each key; one: one passage at a time whatever the key. */
  concurrency: z.enum(['by-key', 'one']).exactOptional(),
  /** The share of customers, 0 to 50, who are kept out so that the journey's effect can be told. */
  holdoutPercent: z.number().exactOptional(),
  /** Nobody enters before or after. */
  startsAt: z.iso.datetime({ offset: true }).nullable().exactOptional(),
  endsAt: z.iso.datetime({ offset: true }).nullable().exactOptional(),
  goals: z.array(Goal).max(10).exactOptional(),
  exitRules: z.array(ExitRule).max(10).exactOptional(),
});

export type JourneySettings = z.infer<typeof JourneySettings>;

/** The settings with everything that was left out. */
export function wholeSettings(settings: JourneySettings): Required<JourneySettings> {
  const rest = {
    reentryAfterDays: 30,
    concurrency: 'by-key',
    holdoutPercent: 0,
    startsAt: null,
    endsAt: null,
  } as const;
  return { ...rest, goals: [], exitRules: [], ...settings };
}
