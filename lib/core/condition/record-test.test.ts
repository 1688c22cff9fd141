// What is asked about consents, passages, messages and arms.
import { describe, expect, test } from 'vitest';
import { ArmTest, type Condition, ConsentTest, JourneyTest, MessageTest } from './condition';
import { conditionNeeds } from './condition-needs';
import { evaluate, type Facts } from './evaluate';
import { nextChangeAt } from './next-change';
import { conditionProblems } from './problems';
import { NO_RECORDS, type Passage, type Records } from './record-test';
import { testedValues } from './tested-values';

const DAY = 86_400_000;
const NOW = 100 * DAY;

const facts = (records: Partial<Records>): Facts => ({
  ...{ attributes: {}, properties: {}, now: NOW, records: { ...NO_RECORDS, ...records } },
});
const nobody: Facts = { attributes: {}, properties: {}, now: NOW };

const passage = (change: Partial<Passage> = {}): Passage => ({
  ...{ id: 'enr_1', journeyId: 'jrn_1', status: 'ended', enteredAt: NOW - 9 * DAY },
  ...{ convertedAt: null, endedAt: NOW - 5 * DAY, endReason: 'path-ended', ...change },
});

function inDays(condition: Condition, known: Facts): number | null {
  const instant = nextChangeAt(condition, known);
  return instant === null ? null : (instant - NOW) / DAY;
}

describe('consent', () => {
  const said = (state: ConsentTest['state'], known: Facts) =>
    evaluate(ConsentTest.parse({ type: 'consent', state }), known);

  test('is the word given for the channel, or none', () => {
    const agreed = facts({ consents: { email: 'opted-in', sms: 'opted-out' } });
    expect([said('opted-in', agreed), said('opted-out', agreed), said('none', agreed)]).toEqual([
      ...[true, false, false],
    ]);
    expect([said('opted-in', nobody), said('none', nobody)]).toEqual([false, true]);
  });
});

describe('a journey', () => {
  const asking = (change: Partial<JourneyTest>) =>
    JourneyTest.parse({ type: 'journey', journeyId: 'jrn_1', ...change });
  const stands = (state: JourneyTest['state'], ...passages: Passage[]) =>
    evaluate(asking({ state }), facts({ passages }));

  test('holds people inside until they end', () => {
    expect(stands('inside', passage({ status: 'waiting' }))).toBe(true);
    expect(stands('inside', passage({ status: 'parked' }))).toBe(true);
    expect(stands('inside', passage())).toBe(false);
    expect(stands('inside', passage({ status: 'waiting', journeyId: 'jrn_2' }))).toBe(false);
  });

  test('was entered, converted in and completed', () => {
    expect(stands('entered', passage({ status: 'waiting' }))).toBe(true);
    expect(stands('entered')).toBe(false);
    expect(stands('converted', passage({ convertedAt: NOW }))).toBe(true);
    expect(stands('converted', passage())).toBe(false);
    expect(stands('completed', passage())).toBe(true);
    expect(stands('completed', passage({ endReason: 'exit-rule-met' }))).toBe(false);
    expect(stands('completed', passage({ endReason: null }))).toBe(false);
    expect(stands('completed', passage({ status: 'waiting' }))).toBe(false);
  });

  test('not so long ago, until it is', () => {
    const within = { amount: 6, unit: 'days' as const };
    const known = facts({ passages: [passage()] });
    expect(evaluate(asking({ state: 'completed', within }), known)).toBe(true);
    expect(evaluate(asking({ state: 'entered', within }), known)).toBe(false);
    expect(inDays(asking({ state: 'completed', within }), known)).toBe(1);
    expect(inDays(asking({ state: 'completed' }), known)).toBe(null);
    const inside = facts({ passages: [passage({ status: 'waiting' })] });
    expect(evaluate(asking({ state: 'inside', within }), inside)).toBe(true);
    expect(inDays(asking({ state: 'inside', within }), inside)).toBe(null);
  });

  test('may be asked the other way; one that is not chosen holds for nobody', () => {
    expect(evaluate(asking({ state: 'entered', isSo: false }), nobody)).toBe(true);
    expect(evaluate(asking({ journeyId: null, isSo: false }), nobody)).toBe(false);
  });
});

describe('messages', () => {
  const message = (daysAgo: number, status: string, change: Partial<Records['messages'][number]> = {}) => ({
    ...{ journeyId: 'jrn_1' as const, channel: 'email', status, at: NOW - daysAgo * DAY, ...change },
  });
  const asking = (change: Partial<MessageTest>) => MessageTest.parse({ type: 'message', ...change });
  const known = facts({
    messages: [
      message(1, 'delivered'),
      message(3, 'sandboxed', { channel: 'sms', journeyId: 'jrn_2' }),
      message(3, 'failed'),
      message(3, 'sent', { channel: 'webhook' }),
    ],
  });
  const count = (change: Partial<MessageTest>) => testedValues([asking(change)], known);

  test('are counted by outcome, channel, journey and time', () => {
    expect(count({})).toEqual({ 'message.sent': 2 });
    expect(count({ outcome: 'delivered' })).toEqual({ 'message.delivered': 1 });
    expect(count({ outcome: 'refused' })).toEqual({ 'message.refused': 0 });
    expect(count({ channel: 'sms' })).toEqual({ 'message.sent': 1 });
    expect(count({ journeyId: 'jrn_1' })).toEqual({ 'message.sent': 1 });
    expect(count({ within: { amount: 3, unit: 'days' } })).toEqual({ 'message.sent': 1 });
    expect(evaluate(asking({ count: 2 }), known)).toBe(true);
    expect(evaluate(asking({ count: 3 }), known)).toBe(false);
  });

  test('grow old', () => {
    expect(inDays(asking({ within: { amount: 7, unit: 'days' } }), known)).toBe(6);
    expect(inDays(asking({ within: { amount: 7, unit: 'days' }, count: 2 }), known)).toBe(4);
  });
});

describe('an arm', () => {
  const asking = (change: Partial<ArmTest> = {}) =>
    ArmTest.parse({ type: 'arm', journeyId: 'jrn_1', nodeId: 'nod_1', arm: 'b', ...change });
  const dealt = facts({ arms: [{ journeyId: 'jrn_1', nodeId: 'nod_1', arm: 'b' }] });

  test('is one of an experiment at a node', () => {
    expect(evaluate(asking(), dealt)).toBe(true);
    for (const other of [{ arm: 'a' }, { nodeId: 'nod_2' }, { journeyId: 'jrn_2' }] as const) {
      expect(evaluate(asking(other), dealt)).toBe(false);
      expect(evaluate(asking({ ...other, isIn: false }), dealt)).toBe(true);
    }
    for (const open of [{ arm: '' }, { nodeId: null }, { journeyId: null }]) {
      expect(evaluate(asking({ ...open, isIn: false }), dealt)).toBe(false);
    }
  });
});

const all: Condition[] = [
  ConsentTest.parse({ type: 'consent' }),
  JourneyTest.parse({ type: 'journey' }),
  MessageTest.parse({ type: 'message', count: 0.5 }),
  ArmTest.parse({ type: 'arm' }),
];

test('what is looked at is named, loaded and finished', () => {
  expect(testedValues(all, nobody)).toEqual({
    ...{ 'consent.email': 'none', 'journey..inside': false, 'message.sent': 0, 'arm..': false },
  });
  expect(conditionNeeds([...all, ...all]).records).toEqual(['consent', 'journey', 'message', 'arm']);
  const codes = (condition: Condition) => conditionProblems(condition, 'of').map(({ code }) => code);
  expect(all.map(codes)).toEqual([[], ['incomplete-condition'], ['bad-count'], ['incomplete-condition']]);
  const endless = { within: { amount: 400, unit: 'days' as const } };
  expect(codes(JourneyTest.parse({ type: 'journey', journeyId: 'jrn_1', ...endless }))).toEqual([
    'bad-window',
  ]);
  expect(codes(MessageTest.parse({ type: 'message', ...endless }))).toEqual(['bad-window']);
  expect(codes(MessageTest.parse({ type: 'message' }))).toEqual([]);
  expect(codes(ArmTest.parse({ type: 'arm', journeyId: 'jrn_1', nodeId: 'nod_1', arm: 'b' }))).toEqual([]);
});
