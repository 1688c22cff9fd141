// Small shops with many things at once: the same instant twice, days a clock is moved, people who only return.
import fc from 'fast-check';
import { RetentionDefinition } from '@/lib/core/retention/definition';
import type { RetentionHistory } from '@/lib/core/retention/plain-retention';

const DAY = 86_400_000;

/** In spring clocks leap and in autumn they fall back, at midnight in one of these zones. */
const zone = fc.constantFrom('UTC', 'Europe/Prague', 'America/Los_Angeles', 'Asia/Beirut', 'Pacific/Apia');
const start = fc.constantFrom(
  Date.parse('2026-03-20T00:00:00Z'),
  Date.parse('2025-10-10T00:00:00Z'),
  Date.parse('2023-12-28T00:00:00Z'),
);

const offset = fc.oneof(
  fc.integer({ min: 0, max: 90 * DAY }),
  // Often at midnight somewhere, or at the very same instant as another.
  fc.integer({ min: 0, max: 90 * 24 }).map((hour) => hour * 3_600_000),
  fc.integer({ min: 0, max: 12 }).map((week) => week * 7 * DAY),
);

const what = fc.record({
  name: fc.constantFrom('Signed Up', 'Order Completed', 'Page Viewed'),
  total: fc.constantFrom(10, 60),
  offset,
});

const where = fc.constantFrom(
  [],
  [],
  [{ type: 'test', subject: 'property', path: ['total'], operator: 'at-least', value: 50 }],
);
const event = fc.record({ event: fc.constantFrom('Signed Up', 'Order Completed', 'Order Completed'), where });

const brackets = fc.array(
  fc
    .tuple(fc.integer({ min: 0, max: 4 }), fc.integer({ min: 0, max: 4 }))
    .map(([first, length]) => [first, first + length]),
  { minLength: 1, maxLength: 4 },
);

export const arbitraryShop = fc.record({
  zone,
  start,
  people: fc.array(fc.array(what, { maxLength: 9 }), { maxLength: 14, size: 'large' }),
  asOfDays: fc.integer({ min: -3, max: 110 }),
  definitions: fc.array(
    fc.record({
      start: event,
      returns: event,
      cohort: fc.constantFrom('first-time', 'recurring'),
      measure: fc.constantFrom('on', 'on-or-after', 'brackets'),
      brackets,
      clock: fc.constantFrom('calendar', 'elapsed'),
      unit: fc.constantFrom('day', 'week', 'month'),
      cohorts: fc.integer({ min: 1, max: 8 }),
      periods: fc.integer({ min: 1, max: 8 }),
      fromDays: fc.integer({ min: -5, max: 40 }),
    }),
    { minLength: 12, maxLength: 12 },
  ),
});

type Drawn = typeof arbitraryShop extends fc.Arbitrary<infer Shop> ? Shop : never;

export function historiesOf({ people, start }: Drawn, prefix: string): RetentionHistory[] {
  return people.map((own, index) => ({
    person: `${prefix}${index}`,
    events: own.map(({ name, total, offset }) => ({ name, properties: { total }, at: start + offset })),
  }));
}

export function definitionsOf({ definitions, start }: Drawn): RetentionDefinition[] {
  return definitions.map(({ fromDays, brackets, ...rest }) =>
    RetentionDefinition.parse({
      ...rest,
      brackets: rest.measure === 'brackets' ? brackets : [],
      from: new Date(start + fromDays * DAY).toISOString().slice(0, 10),
    }),
  );
}
