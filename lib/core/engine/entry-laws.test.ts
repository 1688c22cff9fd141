// Laws of the entries: whatever lets customers in, batches end where one signal at a time ends.
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { JourneyDocument } from '../journey/document';
import { MemoryShell } from '../journey-test/memory-shell';
import type { JsonObject } from '../json';
import { arbitraryFacts } from '../testing/arbitrary-condition';
import { soundData } from '../testing/arbitrary-data';
import { CUSTOMERS } from '../testing/arbitrary-history';
import { DAY, MINUTE, NOON } from '../testing/build-event';
import { EVENT_NAMES } from '../testing/event-names';
import { liveVersions } from '../testing/live-versions';
import { NaiveModel } from '../testing/naive-model';
import type { PublishedDrawing } from '../testing/published-drawing';
import type { CustomerEvent } from './customer-event';

const entryTypes = [
  'event-trigger',
  'segment-trigger',
  'attribute-trigger',
  'catalogue-trigger',
  'api-trigger',
  'list-trigger',
] as const;

const entry = fc
  .constantFrom(...entryTypes)
  .chain((type) => soundData[type].map((data): { type: string; data: unknown } => ({ type, data })));

const settings = fc.record({
  reentry: fc.constantFrom('once', 'after', 'unlimited', 'unlimited'),
  reentryAfterDays: fc.constant(1),
  concurrency: fc.constantFrom('by-key', 'one'),
});

/** Several entries of mixed types, a wait that some of them are still in when the next comes, something written. */
const drawing = fc
  .record({
    entries: fc.array(entry, { minLength: 1, maxLength: 4 }),
    settings,
    minutes: fc.constantFrom(5, 90),
  })
  .map(({ entries, minutes, settings: chosen }) => {
    const nodes = entries.map((one, index) => ({ id: `nod_${index}`, ...one }));
    const wait = { id: 'nod_wait', type: 'delay', data: { amount: minutes, unit: 'minutes' } };
    const write = { id: 'nod_write', type: 'set-attribute', data: { attribute: 'x', value: 'p' } };
    const edges = nodes.map(({ id }) => ({ from: id, exit: 'next', to: 'nod_wait' }));
    return JourneyDocument.parse({
      format: 1,
      nodes: [...nodes, wait, write],
      edges: [...edges, { from: 'nod_wait', exit: 'next', to: 'nod_write' }],
      settings: chosen,
    });
  });

const order = fc.constantFrom<string | number>('A', 'A', 7);

/** What the product itself may notice; some of it is meant for one journey or one node. */
const signal: fc.Arbitrary<{ name: string; properties: JsonObject }> = fc.oneof(
  fc.record({
    name: fc.constantFrom('segment-entered', 'segment-left'),
    properties: fc.record({ segment_id: fc.constantFrom('seg_a', 'seg_b', 'seg_c') }),
  }),
  fc.record({
    name: fc.constantFrom('api-call', 'list-entry'),
    properties: fc.record(
      {
        journey_id: fc.constantFrom('jrn_1', 'jrn_2'),
        node_id: fc.constantFrom('nod_0', 'nod_1'),
        order,
        x: order,
      },
      { requiredKeys: ['order'] },
    ),
  }),
  fc.record({
    name: fc.constant('product-changed'),
    properties: fc.record({
      kind: fc.constantFrom('price-drop', 'back-in-stock', 'low-stock'),
      drop_percent: fc.constantFrom(5, 10, 60),
      sku: fc.constant('TEA-1'),
    }),
  }),
);

const happening = fc.record({
  customerId: fc.constantFrom(...CUSTOMERS),
  what: fc.oneof(
    signal.map((one) => ({ ...one, type: 'signal' as const, traits: {} })),
    fc.record({
      name: fc.constantFrom(...EVENT_NAMES),
      properties: fc.record({ order }),
      type: fc.constant('track' as const),
      traits: fc.constant({}),
    }),
    arbitraryFacts.map((traits) => ({ name: '', properties: {}, type: 'identify' as const, traits })),
  ),
  pause: fc.constantFrom(0, 0, 1, 20, 1500),
});

const history = fc.array(happening, { maxLength: 25, size: 'large' }).map((all) => {
  let receivedAt = NOON;
  return all.map(({ customerId, what, pause }, index): CustomerEvent => {
    receivedAt += pause * MINUTE;
    const when = { occurredAt: receivedAt, receivedAt };
    return structuredClone({ ...what, ...when, customerId, seq: index + 1, messageId: `message-${index}` });
  });
});

type State = Pick<NaiveModel, 'attributes' | 'enrollments' | 'decisions'>;

function told({ attributes, enrollments, decisions }: State) {
  return CUSTOMERS.map((id) => {
    const own = <Row extends { readonly customerId: string }>(rows: Iterable<Row>) =>
      [...rows].filter(({ customerId }) => customerId === id);
    const passages = own(enrollments.values()).sort((a, b) => (a.id < b.id ? -1 : 1));
    return { attributes: attributes.get(id) ?? {}, passages, decisions: own(decisions) };
  });
}

test('entries of any mix let in the same customers by the same signals, whatever the batches', () => {
  let letIn = 0;
  fc.assert(
    fc.property(
      fc.array(drawing, { minLength: 1, maxLength: 2 }),
      history,
      fc.integer({ min: 1, max: 10 }),
      (documents, events, size) => {
        const drawings = documents.map((document, index): PublishedDrawing => {
          return { journeyId: `jrn_${index + 1}`, version: 1, document, isEnrolling: true };
        });
        const end = (events.at(-1)?.receivedAt ?? NOON) + DAY;
        const model = new NaiveModel();
        model.publish(drawings);
        for (const event of events) model.event(event);
        model.tick(end);
        const shell = new MemoryShell();
        shell.publish(liveVersions(drawings));
        for (let start = 0; start < events.length; start += size)
          shell.batch(events.slice(start, start + size), 0);
        shell.batch([], end);
        expect(told(shell)).toEqual(told(model));
        letIn += shell.decisions.filter(({ inputs }) => inputs.event !== undefined).length;
      },
    ),
    { numRuns: 500 },
  );
  expect(letIn).toBeGreaterThan(100);
});
