// Random histories of two journeys and two people: what happens, and the drawings that are published meanwhile.
import fc from 'fast-check';
import type { Condition } from '@/lib/core/condition/condition';
import { JourneyDocument } from '@/lib/core/journey/document';

export const PEOPLE = ['ada', 'bea'] as const;
const PLANS = ['free', 'pro'] as const;
export const SEGMENT = 'seg_regulars';

export interface Facts {
  total: number;
  plan: string | undefined;
  isRegular: boolean;
}

/** A filter, as the product has it and as one would say it. */
const filters: readonly { condition: Condition | null; holds: (facts: Facts) => boolean }[] = (() => {
  const total: Condition = {
    type: 'test',
    subject: 'property',
    path: ['total'],
    operator: 'at-least',
    value: 5,
  };
  const plan: Condition = {
    type: 'test',
    subject: 'attribute',
    path: ['plan'],
    operator: 'equals',
    value: 'pro',
  };
  const regular: Condition = { type: 'segment', segmentId: SEGMENT, isMember: true };
  return [
    { condition: regular, holds: (facts) => facts.isRegular },
    {
      condition: { type: 'none', of: [regular, total] },
      holds: (facts) => !facts.isRegular && facts.total < 5,
    },
    { condition: null, holds: () => true },
    { condition: total, holds: (facts) => facts.total >= 5 },
    { condition: plan, holds: (facts) => facts.plan === 'pro' },
    {
      condition: { type: 'any', of: [total, plan] },
      holds: (facts) => facts.total >= 5 || facts.plan === 'pro',
    },
    { condition: { type: 'none', of: [plan] }, holds: (facts) => facts.plan !== 'pro' },
  ];
})();

const filter = fc.constantFrom(...filters);
const version = fc.record({
  a: filter,
  b: fc.option(filter),
  sets: fc.constantFrom(...PLANS),
  /** Waits inside for C, and then sets the plan once more. */
  later: fc.option(fc.constantFrom(...PLANS)),
  reentry: fc.constantFrom('once' as const, 'unlimited' as const),
});
export type Version = typeof version extends fc.Arbitrary<infer Value> ? Value : never;

const call = fc.oneof(
  { weight: 4, arbitrary: fc.record({ event: fc.constantFrom('A', 'A', 'B', 'C', 'C'), total: fc.nat(9) }) },
  { weight: 1, arbitrary: fc.record({ plan: fc.constantFrom(...PLANS) }) },
);
export type Call = typeof call extends fc.Arbitrary<infer Value> ? Value : never;

const journey = fc.constantFrom(0, 1);
const action = fc.oneof(
  fc.record({
    do: fc.constant('tell' as const),
    who: fc.constantFrom(...PEOPLE),
    calls: fc.array(call, { minLength: 1, maxLength: 8 }),
  }),
  fc.record({ do: fc.constant('work' as const) }),
  fc.record({ do: fc.constant('join' as const), who: fc.constantFrom(...PEOPLE), isIn: fc.boolean() }),
  fc.record({ do: fc.constant('publish' as const), journey, version }),
  fc.record({ do: fc.constantFrom('pause' as const, 'resume' as const), journey }),
);
export type Action = typeof action extends fc.Arbitrary<infer Value> ? Value : never;

export const history = fc.array(action, { minLength: 12, maxLength: 30, size: 'max' });

/** A lets people in at nod_a, B (if there is such a trigger) at nod_b; either way the plan is set, and maybe again after C. */
export function drawingOf({ a, b, sets, later, reentry }: Version): JourneyDocument {
  const trigger = (id: string, event: string, of: Version['a']) => ({
    id,
    type: 'event-trigger',
    data: { event, filter: of.condition },
  });
  return JourneyDocument.parse({
    format: 1,
    nodes: [
      trigger('nod_a', 'A', a),
      ...(b ? [trigger('nod_b', 'B', b)] : []),
      { id: 'nod_set', type: 'set-attribute', data: { attribute: 'plan', value: sets } },
      ...(later
        ? [
            {
              id: 'nod_wait',
              type: 'wait-for-event',
              data: { event: 'C', timeout: { amount: 300, unit: 'days' } },
            },
            { id: 'nod_later', type: 'set-attribute', data: { attribute: 'plan', value: later } },
          ]
        : []),
    ],
    edges: [
      { from: 'nod_a', exit: 'next', to: 'nod_set' },
      ...(b ? [{ from: 'nod_b', exit: 'next', to: 'nod_set' }] : []),
      ...(later
        ? [
            { from: 'nod_set', exit: 'next', to: 'nod_wait' },
            { from: 'nod_wait', exit: 'happened', to: 'nod_later' },
          ]
        : []),
    ],
    settings: { reentry },
  });
}
