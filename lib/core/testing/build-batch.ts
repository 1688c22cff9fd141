// Batches for tests, and what they decided in short.
import type { Batch, BatchOutcome } from '../engine/batch';
import { buildRuleIndex } from '../engine/rule-index';
import { MINUTE, NOON } from './build-event';
import type { Line } from './build-journey';

/** A batch over these journeys (jrn_1, jrn_2 …) in which nothing happens and no timer is looked at. */
export function batchOn(...lines: Line[]): Batch {
  const live = lines.map((line, number) => ({
    journeyId: `jrn_${number + 1}` as const,
    version: 1,
    program: line.program(),
    isEnrolling: true,
  }));
  return {
    index: buildRuleIndex(live),
    timeZone: 'UTC',
    customers: new Map(),
    enrollments: [],
    enteredBefore: [],
    past: new Map(),
    segments: new Map(),
    products: new Map(),
    unfilled: new Map(),
    appointments: [],
    segmentDues: [],
    events: [],
    now: 0,
  };
}

/** Each decision with its minute after noon. */
export function trail({ decisions }: BatchOutcome): string[] {
  return decisions.map(({ code, at }) => `${code} ${(at - NOON) / MINUTE}`);
}
