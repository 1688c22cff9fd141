// The world around the customer of a test: segments, the catalogue, dates, signals, answers.
import { describe, expect, test } from 'vitest';
import { EventTest } from '../condition/condition';
import type { BatchOutcome } from '../engine/batch';
import { JourneyDocument } from '../journey/document';
import { anEnrollment, NOON } from '../testing/build-event';
import { journey } from '../testing/build-journey';
import { aTest, entry, exitAt } from '../testing/entry-test';
import { answersTo } from './answers-to';
import { MemoryShell } from './memory-shell';
import { Recorder } from './recorder';
import { sendChannel } from './send-channel';
import { simulate } from './simulate';

describe('a segment', () => {
  const inGold = { type: 'segment', segmentId: 'seg_gold', isMember: true } as const;
  const asks = journey().trigger('Basket').delay(1, 'hours').branch(inGold).exit().document();

  test('is the one the test gives', () => {
    expect(exitAt(asks, {}, 'nod_3')).toBe('otherwise');
    expect(exitAt(asks, { given: { segments: ['seg_gold'] } }, 'nod_3')).toBe('yes');
  });

  test('is entered and left by signals', () => {
    const signal = (event: string) => ({ type: 'signal', event, properties: { segment_id: 'seg_gold' } });
    const basket = { event: 'Basket' };
    expect(exitAt(asks, { events: [basket, signal('segment-entered')] }, 'nod_3')).toBe('yes');
    const given = { segments: ['seg_gold'] };
    expect(exitAt(asks, { given, events: [basket, signal('segment-left')] }, 'nod_3')).toBe('otherwise');
    expect(exitAt(asks, { given, events: [basket, signal('unheard-of')] }, 'nod_3')).toBe('yes');
  });

  test('lets in whom a signal says', () => {
    const document = entry('segment-trigger', { segmentId: 'seg_gold' });
    const events = [{ type: 'signal', event: 'segment-entered', properties: { segment_id: 'seg_gold' } }];
    expect(simulate(document, aTest({ events })).ended).toEqual({ kind: 'ended', code: 'exit-reached' });
  });
});

test('the customer did before what the test says, and enters by none of it', () => {
  const within = { amount: 30, unit: 'days' } as const;
  const ordered = EventTest.parse({ type: 'event', event: 'Order', within });
  const asks = journey().trigger('Basket').branch(ordered).exit().document();
  const past = (event: string, amount: number) => ({
    given: { past: [{ before: { amount, unit: 'days' }, event }] },
  });
  expect(exitAt(asks, {})).toBe('otherwise');
  expect(exitAt(asks, past('Order', 3))).toBe('yes');
  expect(exitAt(asks, past('Order', 31))).toBe('otherwise');
  expect(simulate(asks, aTest({ events: [], ...past('Basket', 1) })).steps).toEqual([]);
});

test('the catalogue is the one the test gives', () => {
  const inStock = { type: 'product', sku: 'TEA', path: [], field: 'stock', operator: 'at-least', value: 1 };
  const parsed = JourneyDocument.parse({
    ...journey().trigger('Basket').document(),
    nodes: [
      { id: 'nod_1', type: 'event-trigger', data: { event: 'Basket' } },
      { id: 'nod_2', type: 'branch', data: { branches: [{ id: 'yes', condition: inStock }] } },
      { id: 'nod_3', type: 'exit', data: {} },
    ],
    edges: [
      { from: 'nod_1', exit: 'next', to: 'nod_2' },
      { from: 'nod_2', exit: 'yes', to: 'nod_3' },
      { from: 'nod_2', exit: 'otherwise', to: 'nod_3' },
    ],
  });
  const product = { sku: 'TEA', price: 900, stock: 2 };
  expect(exitAt(parsed, { given: { products: [product] } })).toBe('yes');
  expect(exitAt(parsed, { given: { products: [{ ...product, stock: 0 }] } })).toBe('otherwise');
});

test('nobody enters before the journey is open, and the trace says why', () => {
  const document = journey().trigger('Basket').exit().document();
  const later = { ...document.settings, startsAt: new Date(NOON + 86_400_000).toISOString() };
  const { ended } = simulate({ ...document, settings: later }, aTest());
  expect(ended).toEqual({ kind: 'never-entered', code: 'outside-window' });
});

describe('an answer', () => {
  const asker = anEnrollment({ id: 'enr_1', nodeId: 'nod_2', visits: 2 });
  const asked = (
    type: 'call-webhook' | 'issue-coupon',
    change: Partial<typeof asker> = {},
  ): BatchOutcome => ({
    customers: new Map(),
    enrollments: [{ ...asker, ...change }],
    decisions: [],
    commands: [
      {
        key: 'enr_1.2',
        type,
        nodeId: 'nod_2',
        at: NOON,
        payload: {},
        customerId: 'cus_1',
        journeyId: 'jrn_1',
        version: 1,
        enrollmentId: 'enr_1',
      },
    ],
    emitted: [],
    places: new Map(),
    appointments: [],
    memberships: [],
    segmentDues: [],
    nodeCounts: [],
  });
  const about = { enrollment_id: 'enr_1', node_id: 'nod_2', visit: 2 };

  test('is the one the test gives, and goes to the visit that asked', () => {
    const given = { answers: { nod_2: { ok: false, value: { stock: 0 } } } };
    const [answer] = answersTo(asked('call-webhook'), aTest({ given }), NOON);
    expect(answer).toMatchObject({ type: 'signal', name: 'answer', receivedAt: NOON });
    expect(answer?.properties).toEqual({ ...about, ok: false, value: { stock: 0 } });
  });

  test('is a coupon where nothing is said, and nothing where nobody knows or waits', () => {
    const [coupon] = answersTo(asked('issue-coupon'), aTest(), NOON);
    expect(coupon?.properties).toEqual({ ...about, ok: true, value: 'COUPON' });
    expect(answersTo(asked('call-webhook'), aTest(), NOON)).toEqual([]);
    expect(answersTo(asked('issue-coupon', { nodeId: 'nod_3' }), aTest(), NOON)).toEqual([]);
    expect(answersTo({ ...asked('issue-coupon'), enrollments: [] }, aTest(), NOON)).toEqual([]);
  });

  test('is asked for by commands that are no message', () => {
    const recorder = new Recorder(aTest());
    recorder.note(asked('issue-coupon'));
    expect(recorder.sends).toEqual([]);
    expect(sendChannel('issue-coupon')).toBeNull();
  });

  test('a passage that stands nowhere has ended', () => {
    const recorder = new Recorder(aTest());
    const outcome = asked('call-webhook', { nodeId: null });
    const whose = { customerId: 'cus_1', journeyId: 'jrn_1', version: 1, enrollmentId: 'enr_1' } as const;
    const decision = { ...whose, nodeId: null, code: 'node-missing', at: NOON, inputs: {} } as const;
    recorder.note({ ...outcome, decisions: [decision], commands: [] });
    expect(recorder.outcome(outcome.enrollments)).toEqual({ kind: 'ended', code: 'node-missing' });
  });
});

test('a customer nobody has heard of has no attributes and meets nobody', () => {
  const shell = new MemoryShell();
  shell.sweep(NOON);
  expect(shell.nextDue()).toBe(Number.POSITIVE_INFINITY);
});
