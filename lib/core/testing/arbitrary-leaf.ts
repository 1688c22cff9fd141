// Lines of conditions about what customers did, who they belong to and what is in stock, over a small vocabulary.
import fc from 'fast-check';
import {
  type ArmTest,
  Comparison,
  ConsentTest,
  DateTest,
  type EventTest,
  JourneyTest,
  Measure,
  MessageTest,
  type ProductTest,
  type SampleTest,
  type SegmentTest,
  type SequenceTest,
} from '../condition/condition';
import type { Facts } from '../condition/evaluate';
import type { Passage, Records } from '../condition/record-test';
import { EVENT_NAMES } from './event-names';

export const scalar = fc.constantFrom<string | number | boolean>('p', 'q', 'pq', '', 1, 2, 3, true);
export const path = fc.constantFrom<string[]>(['x'], ['y'], ['deep', 'z']);

const event = fc.constantFrom(...EVENT_NAMES);
const segmentId = fc.constantFrom('seg_a' as const, 'seg_b' as const);
/** Some of them are values that `x` and `y` of an event may have. */
const sku = fc.constantFrom('p', 'q', '1', 'TEA-1');
const comparison = fc.constantFrom(...Comparison.options);
const fewTimes = fc.constantFrom(0, 1, 1, 2);
const length = fc.record({
  amount: fc.constantFrom(1, 2, 90),
  unit: fc.constantFrom('minutes' as const, 'hours' as const, 'days' as const),
});
const within = fc.option(length);

const propertyEquals = fc.record({
  type: fc.constant('test' as const),
  subject: fc.constant('property' as const),
  path,
  operator: fc.constant('equals' as const),
  value: scalar.filter((value) => value !== ''),
});

const between = fc.constantFrom(
  { from: '1969-12-30', to: '' },
  { from: '', to: '1969-12-31' },
  { from: '1969-12-31', to: '1970-01-01' },
);

const countedTest: fc.Arbitrary<EventTest> = fc.record(
  {
    type: fc.constant('event' as const),
    event,
    where: fc.array(propertyEquals, { maxLength: 2 }),
    items: fc.record({
      path: fc.constantFrom(['things'], ['x']),
      where: fc.array(propertyEquals, { maxLength: 2 }),
    }),
    operator: comparison,
    count: fewTimes,
    within,
    between,
    sinceEntry: fc.boolean(),
  },
  { requiredKeys: ['type', 'event', 'where', 'operator', 'count', 'within', 'sinceEntry'] },
);

const measure = fc.record({ of: fc.constantFrom(...Measure.shape.of.options), property: path });

/** Days are whole, sums may be anything. */
const measuredTest: fc.Arbitrary<EventTest> = fc
  .record({ test: countedTest, measure, amount: fc.constantFrom(0, 0.1, 0.3, 1, 3) })
  .map(({ test, measure, amount }) =>
    measure.of.startsWith('days') ? { ...test, measure } : { ...test, measure, count: amount },
  );

export const soundEventTest: fc.Arbitrary<EventTest> = fc.oneof(
  { weight: 2, arbitrary: countedTest },
  { weight: 1, arbitrary: measuredTest },
);

export const soundDateTest: fc.Arbitrary<DateTest> = fc.record({
  type: fc.constant('date' as const),
  subject: fc.constantFrom('attribute' as const, 'attribute' as const, 'property' as const),
  path: fc.oneof(path, fc.constant<string[]>(['joined'])),
  operator: fc.constantFrom(...DateTest.shape.operator.unwrap().options),
  date: fc.constantFrom('1969-12-31', '1970-01-01', '1970-01-02', '2000-02-29'),
  days: fc.constantFrom(0, 1, 2, 60, 365),
});

const deed = fc.record({ event, where: fc.array(propertyEquals, { maxLength: 1 }) });

export const soundSequenceTest: fc.Arbitrary<SequenceTest> = fc.record({
  type: fc.constant('sequence' as const),
  first: deed,
  next: deed,
  isFollowed: fc.boolean(),
  within: length,
  lookBack: fc.option(length),
});

export const soundSampleTest: fc.Arbitrary<SampleTest> = fc.record({
  type: fc.constant('sample' as const),
  percent: fc.constantFrom(0, 0.5, 20, 50, 100),
  salt: fc.constantFrom('', 'a', "'ž"),
});

const journeyId = fc.constantFrom('jrn_1' as const, 'jrn_2' as const);
const nodeId = fc.constant('nod_1' as const);
const arm = fc.constantFrom('a', 'b');
const channel = fc.constantFrom('email' as const, 'sms' as const);

export const soundConsentTest: fc.Arbitrary<ConsentTest> = fc.record({
  type: fc.constant('consent' as const),
  channel,
  state: fc.constantFrom(...ConsentTest.shape.state.unwrap().options),
});

export const soundJourneyTest: fc.Arbitrary<JourneyTest> = fc.record({
  type: fc.constant('journey' as const),
  journeyId,
  state: fc.constantFrom(...JourneyTest.shape.state.unwrap().options),
  isSo: fc.boolean(),
  within,
});

export const soundMessageTest: fc.Arbitrary<MessageTest> = fc.record({
  type: fc.constant('message' as const),
  channel: fc.option(channel),
  journeyId: fc.option(journeyId),
  outcome: fc.constantFrom(...MessageTest.shape.outcome.unwrap().options),
  operator: comparison,
  count: fewTimes,
  within,
});

export const soundArmTest: fc.Arbitrary<ArmTest> = fc.record({
  type: fc.constant('arm' as const),
  journeyId,
  nodeId,
  arm,
  isIn: fc.boolean(),
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

const DAY_MS = 86_400_000;
const amount = fc.oneof(scalar, fc.constantFrom(0.1, 0.2));
const thing = fc.oneof(scalar, fc.record({ x: scalar, y: scalar }, { requiredKeys: [] }));
const things = fc.oneof(scalar, fc.array(thing, { maxLength: 2 }));

const past = fc.array(
  fc.record({
    name: event,
    messageId: fc.constant('message'),
    properties: fc.record({ x: scalar, y: amount, things }, { requiredKeys: [] }),
    at: fc.tuple(minute, fc.constantFrom(0, 0, 0, 1, 2, 3)).map(([at, days]) => at - days * DAY_MS),
    receivedAt: minute,
  }),
  { maxLength: 6 },
);

const passage: fc.Arbitrary<Passage> = fc.record({
  id: fc.uuid().map((id) => `enr_${id}` as const),
  journeyId,
  status: fc.constantFrom('waiting' as const, 'ended' as const, 'parked' as const),
  enteredAt: minute,
  convertedAt: fc.option(minute),
  endedAt: fc.option(minute),
  endReason: fc.constantFrom('exit-reached', 'path-ended', 'goal-reached', 'customer-merged', null),
});

const records: fc.Arbitrary<Records> = fc.record({
  consents: fc.dictionary(channel, fc.constantFrom('opted-in' as const, 'opted-out' as const)),
  // One at a time in each journey, as the database has it.
  passages: fc.uniqueArray(passage, {
    maxLength: 3,
    selector: ({ status, journeyId, id }) => (status === 'waiting' ? journeyId : id),
  }),
  messages: fc.array(
    fc.record({
      journeyId,
      channel: fc.constantFrom('email', 'sms', 'webhook'),
      status: fc.constantFrom('sending', 'sandboxed', 'sent', 'delivered', 'failed', 'refused'),
      at: minute,
    }),
    { maxLength: 3 },
  ),
  arms: fc.uniqueArray(fc.record({ journeyId, nodeId, arm }), {
    maxLength: 2,
    selector: ({ journeyId, arm }) => journeyId + arm,
  }),
});

/** What conditions may look at besides values, five hours after time began; any of it may be left out. */
export const arbitraryBackground: fc.Arbitrary<Omit<Facts, 'attributes' | 'properties'>> = fc.record(
  {
    customerId: fc.constantFrom('cus_1', 'cus_2', 'cus_3'),
    timeZone: fc.constantFrom('UTC', 'America/St_Johns', 'Pacific/Kiritimati'),
    now: fc.constant(300 * 60_000),
    enteredAt: fc.option(minute),
    past,
    records,
    segments: fc.subarray(['seg_a', 'seg_b']).map((ids) => new Set(ids)),
    products: fc
      .array(fc.tuple(sku, fc.record({ stock: fewTimes, price: fewTimes })), { maxLength: 3 })
      .map((entries) => new Map(entries)),
  },
  { requiredKeys: [] },
);
