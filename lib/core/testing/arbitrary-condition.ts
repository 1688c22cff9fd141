// Conditions over a small vocabulary, so that they often hold and often do not.
import fc from 'fast-check';
import {
  ArmTest,
  type Condition,
  DateTest,
  JourneyTest,
  Operator,
  SequenceTest,
} from '../condition/condition';
import type { Facts } from '../condition/evaluate';
import type { JsonObject } from '../json';
import {
  arbitraryBackground,
  path,
  scalar,
  soundArmTest,
  soundConsentTest,
  soundDateTest,
  soundEventTest,
  soundJourneyTest,
  soundMessageTest,
  soundProductTest,
  soundSampleTest,
  soundSegmentTest,
  soundSequenceTest,
} from './arbitrary-leaf';

/** The values that tests of `arbitraryCondition` look at. */
export const arbitraryFacts: fc.Arbitrary<JsonObject> = fc.record(
  {
    x: fc.oneof(scalar, fc.constant(null)),
    y: fc.oneof(scalar, fc.array(scalar, { maxLength: 3 })),
    deep: fc.record({ z: scalar }),
    joined: fc.constantFrom(
      ...['1969-12-31', '1970-01-01', '1970-01-02', '1960-02-29', '1996-02-29', '1965-01-01', '2026-03-02'],
      ...['1970-01-01T00:30:00Z', '1969-12-31 20:15+05:30', '1969-02-28T23:59:59.999999-03:30', '0999-01-01'],
      ...['1970-02-30', '1970-01-01T24:00:00Z', '1970-01-01T12:00:00', 'soon', '', 7, null],
    ),
  },
  { requiredKeys: [] },
);

/** Everything a condition may look at. */
export const arbitraryAllFacts: fc.Arbitrary<Facts> = fc
  .tuple(
    arbitraryBackground,
    fc.record(
      { attributes: arbitraryFacts, properties: arbitraryFacts, saved: arbitraryFacts },
      { requiredKeys: ['attributes', 'properties'] },
    ),
  )
  .map(([background, values]) => ({ ...background, ...values }));

const equality = fc.record({
  type: fc.constant('test' as const),
  subject: fc.constantFrom('attribute' as const, 'property' as const),
  path,
  operator: fc.constantFrom('equals' as const, 'one-of' as const),
});

const findable = equality.chain((test) =>
  (test.operator === 'one-of' ? fc.array(scalar, { minLength: 1, maxLength: 3 }) : scalar).map((value) => ({
    ...test,
    value,
  })),
);

const anyTest = fc.record(
  {
    type: fc.constant('test' as const),
    subject: fc.constantFrom('attribute' as const, 'property' as const, 'saved' as const),
    path: fc.oneof(path, fc.constantFrom<string[]>([], [''])),
    operator: fc.constantFrom(...Operator.options),
    value: fc.oneof(scalar, fc.array(scalar, { maxLength: 3 })),
  },
  { requiredKeys: ['type', 'subject', 'path', 'operator'] },
);

/** A copy each time, because laws tell the lines of a condition apart by identity. */
function unfinished(line: Condition): fc.Arbitrary<Condition> {
  return fc.constant(line).map((one) => ({ ...one }));
}

const soundRecordTest: fc.Arbitrary<Condition> = fc.oneof(
  ...[soundConsentTest, soundJourneyTest, soundJourneyTest, soundMessageTest, soundArmTest],
);

/** What is about more than one value, half-typed too. */
const anyOtherLeaf: fc.Arbitrary<Condition> = fc.oneof(
  soundEventTest,
  fc
    .tuple(
      soundEventTest,
      fc.constantFrom('', 'Bought'),
      fc.array(anyTest, { maxLength: 2 }),
      fc.constantFrom(-1, 0.5, 1),
    )
    .map(([test, event, where, count]) => ({ ...test, event, where, count })),
  soundSegmentTest,
  unfinished({ type: 'segment', segmentId: null, isMember: false }),
  soundDateTest,
  fc.tuple(soundDateTest, fc.constantFrom(-1, 0.5, 366, 99_999)).map(([test, days]) => ({ ...test, days })),
  unfinished(DateTest.parse({ type: 'date', operator: 'on' })),
  soundSequenceTest,
  unfinished(SequenceTest.parse({ type: 'sequence', first: { event: 'Bought' } })),
  soundSampleTest,
  soundRecordTest,
  unfinished(JourneyTest.parse({ type: 'journey' })),
  unfinished(ArmTest.parse({ type: 'arm', isIn: false })),
  soundProductTest,
  unfinished({
    type: 'product',
    sku: '',
    path: [],
    field: 'price',
    operator: 'at-most',
    value: 9,
  }),
);

function conditionUpTo(depth: number, test: fc.Arbitrary<Condition>): fc.Arbitrary<Condition> {
  if (depth === 0) return test;
  const type = fc.constantFrom('all' as const, 'all' as const, 'any' as const, 'none' as const);
  const of = fc.array(conditionUpTo(depth - 1, test), { maxLength: 3 });
  return fc.oneof(test, fc.record({ type, of }));
}

/** Any condition a draft may hold, unfinished ones included. */
export const arbitraryCondition: fc.Arbitrary<Condition> = conditionUpTo(
  3,
  fc.oneof(findable, findable, anyTest, anyOtherLeaf),
);

const soundTest = findable.filter(({ value }) => value !== '');

function soundOf(leaf: fc.Arbitrary<Condition>): fc.Arbitrary<Condition> {
  const type = fc.constantFrom('all' as const, 'any' as const, 'none' as const);
  return fc.oneof(leaf, fc.record({ type, of: fc.array(leaf, { minLength: 1, maxLength: 3 }) }));
}

/** Conditions on values that could be published: complete tests, no empty group. */
export const soundCondition: fc.Arbitrary<Condition> = soundOf(soundTest);

/** The same on everything a condition may look at. */
export const soundFactCondition: fc.Arbitrary<Condition> = soundOf(
  fc.oneof(
    ...[soundTest, soundEventTest, soundSegmentTest, soundProductTest, soundDateTest, soundSequenceTest],
    ...[soundSampleTest, soundRecordTest],
  ),
);
