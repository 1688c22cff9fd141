// A visit of one node for tests of its step.
import type { World } from '../engine/enrollment';
import type { Visit } from '../nodes/define-node';
import { anEnrollment, NOON } from './build-event';

interface Change {
  readonly enrollment?: Parameters<typeof anEnrollment>[0];
  readonly world?: Partial<World>;
}

/** On arrival at noon, with nothing known; say what is otherwise. */
export function aVisit(moment: Partial<Visit['moment']> = {}, { enrollment, world }: Change = {}): Visit {
  const known = { timeZone: 'UTC', past: [], segments: new Set<string>(), products: new Map(), ...world };
  return {
    enrollment: anEnrollment(enrollment),
    moment: { now: NOON, cause: { kind: 'entered' }, attributes: {}, world: known, ...moment },
  };
}
