// Lines of conditions about what customers did, who they belong to and what is in stock, over a small vocabulary.
import fc from 'fast-check';
import { Comparison, type EventTest, type ProductTest, type SegmentTest } from '../condition/condition';
import type { Facts } from '../condition/evaluate';
import { EVENT_NAMES } from './event-names';

export const scalar = fc.constantFrom<string | number | boolean>('p', 'q', 'pq', '', 1, 2, 3, true);
export const path = fc.constantFrom<string[]>(['x'], ['y'], ['deep', 'z']);

const event = fc.constantFrom(...EVENT_NAMES);
const segmentId = fc.constantFrom('seg_a' as const, 'seg_b' as const);
/** Some of them are values that `x` and `y` of an event may have. */
const sku = fc.constantFrom('p', 'q', '1', 'TEA-1');
const comparison = fc.constantFrom(...Comparison.options);
const fewTimes = fc.constantFrom(0, 1, 1, 2);
const within = fc.option(
  fc.record({
    amount: fc.constantFrom(1, 2, 90),
    unit: fc.constantFrom('minutes' as const, 'hours' as const, 'days' as const),
  }),
);

const propertyEquals = fc.record({
  type: fc.constant('test' as const),
  subject: fc.constant('property' as const),
  path,
  operator: fc.constant('equals' as const),
  value: scalar.filter((value) => value !== ''),
});

export const soundEventTest: fc.Arbitrary<EventTest> = fc.record({
  type: fc.constant('event' as const),
  event,
  where: fc.array(propertyEquals, { maxLength: 2 }),
  operator: comparison,
  count: fewTimes,
  within,
  sinceEntry: fc.boolean(),
});

export const soundSegmentTest: fc.Arbitrary<SegmentTest> = fc.record({
  type: fc.constant('segment' as const),
  segmentId,
  isMember: fc.boolean(),
});

export const soundProductTest: fc.Arbitrary<ProductTest> = fc.record({
  type: fc.constant('product' as const),
  sku,
  path: fc.oneof(fc.constant<string[]>([]), path),
  field: fc.constantFrom('stock' as const, 'price' as const),
  operator: comparison,
  value: fewTimes,
});

const minute = fc.integer({ min: 0, max: 300 }).map((minutes) => minutes * 60_000);

const past = fc.array(
  fc.record({
    name: event,
    messageId: fc.constant('message'),
    properties: fc.record({ x: scalar, y: scalar }, { requiredKeys: [] }),
    at: minute,
    receivedAt: minute,
  }),
  { maxLength: 6 },
);

/** What conditions may look at besides values, five hours after time began; any of it may be left out. */
export const arbitraryBackground: fc.Arbitrary<Omit<Facts, 'attributes' | 'properties'>> = fc.record(
  {
    now: fc.constant(300 * 60_000),
    enteredAt: fc.option(minute),
    past,
    segments: fc.subarray(['seg_a', 'seg_b']).map((ids) => new Set(ids)),
    products: fc
      .array(fc.tuple(sku, fc.record({ stock: fewTimes, price: fewTimes })), { maxLength: 3 })
      .map((entries) => new Map(entries)),
  },
  { requiredKeys: [] },
);
