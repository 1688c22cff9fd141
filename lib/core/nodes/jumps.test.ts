// Joins, jumps, exits, and starts of other journeys.
import { expect, test } from 'vitest';
import { Condition } from '../condition/condition';
import { compile } from '../journey/compile';
import { JourneyDocument } from '../journey/document';
import { MemoryShell } from '../journey-test/memory-shell';
import type { JsonObject } from '../json';
import { anEvent, HOUR, NOON } from '../testing/build-event';
import { journey } from '../testing/build-journey';
import { aVisit } from '../testing/build-visit';
import { exit } from './exit';
import { goTo } from './go-to';
import { join } from './join';
import { startJourney } from './start-journey';

test('an exit says why, where somebody wrote why', () => {
  expect(exit.step(exit.data.parse({}), aVisit())).toEqual({ kind: 'end', code: 'exit-reached', inputs: {} });
  const bought = exit.step(exit.data.parse({ reason: 'Has bought' }), aVisit());
  expect(bought).toMatchObject({ inputs: { reason: 'Has bought' } });
});

test('joins and jumps go straight on; a jump must lead somewhere', () => {
  expect(join.step({}, aVisit())).toMatchObject({ kind: 'go', exit: 'next', code: 'passed-on' });
  expect(goTo.step({}, aVisit())).toMatchObject({ kind: 'go', exit: 'next', code: 'passed-on' });
  expect(join.exits({})).toEqual([{ id: 'next' }]);
  expect(goTo.exits({})).toMatchObject([{ required: true, problem: 'jump-goes-nowhere' }]);
});

/** Back to the wait by a jump, as often as it takes. */
function loopThrough(wait: { type: string; data: object }, exitOf: string) {
  return JourneyDocument.parse({
    format: 1,
    nodes: [
      { id: 'nod_start', type: 'event-trigger', data: { event: 'Viewed' } },
      { id: 'nod_wait', ...wait },
      { id: 'nod_back', type: 'go-to', data: {} },
    ],
    edges: [
      { from: 'nod_start', exit: 'next', to: 'nod_wait' },
      { from: 'nod_wait', exit: exitOf, to: 'nod_back' },
      { from: 'nod_back', exit: 'next', to: 'nod_wait' },
    ],
    settings: { reentry: 'unlimited' },
  });
}

const condition = { type: 'test', subject: 'attribute', path: ['x'], operator: 'is-set' };

test.each([
  ['a delay', 'delay', { amount: 1 }, 'next', true],
  ['a time of day', 'delay', { mode: 'time-of-day' }, 'next', true],
  ['a date, which may be past', 'delay', { mode: 'date', attribute: 'x' }, 'next', false],
  ['a wait for what comes', 'wait-for-event', { event: 'Bought' }, 'timeout', true],
  ['a wait that looks back', 'wait-for-event', { event: 'Bought', lookBack: 'entry' }, 'timeout', false],
  ['a condition, which may hold already', 'wait-for-condition', { condition }, 'timeout', false],
])('a loop through %s: %s', (_, type, data, exitOf, isAllowed) => {
  const codes = compile(loopThrough({ type, data }, exitOf)).problems.map(({ code }) => code);
  expect(codes.includes('cycle-without-wait')).toBe(!isAllowed);
});

test('a loop by a jump comes round once an hour', () => {
  const { program } = compile(loopThrough({ type: 'delay', data: { amount: 1 } }, 'next'));
  if (program === null) throw new Error('It compiles.');
  const shell = new MemoryShell();
  shell.publish([{ journeyId: 'jrn_1', version: 1, program, isEnrolling: true }]);
  shell.batch([anEvent('Viewed')], NOON);
  for (let hour = 1; hour <= 3; hour += 1) shell.batch([], NOON + hour * HOUR);
  expect(shell.passed.get('jrn_1/nod_back')).toBe(3);
});

const started = (path: string[], properties: JsonObject) => {
  const trigger = { event: 'Ordered', messageId: 'message-1', properties };
  const data = startJourney.data.parse({ journeyId: 'jrn_2', properties: path });
  const outcome = startJourney.step(data, aVisit({}, { enrollment: { trigger } }));
  return outcome.kind === 'go' && outcome.emit?.kind === 'start-journey' ? outcome.emit.properties : null;
};

test('the other journey gets all properties, or those under one of them', () => {
  const order = { id: 7, lines: [1] };
  expect(started([], { order, total: 9 })).toEqual({ order, total: 9 });
  expect(started(['order'], { order })).toEqual(order);
  expect(started(['order', 'id'], { order })).toEqual({ 'order.id': 7 });
  expect(started(['order', 'lines'], { order })).toEqual({ 'order.lines': [1] });
  expect(started(['nothing'], { order })).toEqual({});
});

test('what a start was addressed by is not handed on', () => {
  expect(started([], { journey_id: 'jrn_1', node_id: 'nod_1', enrollment_id: 'enr_1', a: 1 })).toEqual({
    a: 1,
  });
});

test('needs a journey; without one customers go straight on', () => {
  const { data, compile: judge, step, setsOff } = startJourney;
  const codes = (value: object) => judge(data.parse(value)).map(({ code, field }) => `${code} ${field}`);
  expect(codes({ properties: ['a', ''] })).toEqual([
    'unfinished-choice journeyId',
    'incomplete-path properties',
  ]);
  expect(codes({ journeyId: 'jrn_2' })).toEqual([]);
  expect(step(data.parse({}), aVisit())).toMatchObject({ code: 'passed-on' });
  expect(setsOff?.(data.parse({}))).toEqual(['api-call']);
});

test('one journey starts another, and itself ten times at most', () => {
  const first = journey('unlimited').trigger('Viewed').add('start-journey', { journeyId: 'jrn_2' }, ['next']);
  const own = { journeyId: 'jrn_2' };
  const second = journey('unlimited').add('api-trigger', {}, ['next']).add('start-journey', own, ['next']);
  const shell = new MemoryShell();
  shell.publish([
    { journeyId: 'jrn_1', version: 1, program: first.program(), isEnrolling: true },
    { journeyId: 'jrn_2', version: 1, program: second.program(), isEnrolling: true },
  ]);
  shell.batch([anEvent('Viewed')], NOON);
  const entered = shell.decisions.filter(({ code }) => code === 'entered').map(({ journeyId }) => journeyId);
  expect(entered).toEqual(['jrn_1', ...Array<string>(10).fill('jrn_2')]);
  expect(shell.decisions.filter(({ code }) => code === 'emit-loop-stopped')).toHaveLength(1);
});

test('stock is re-checked before the second message', () => {
  const inStock = Condition.parse({ type: 'product', sku: 'TEA-1' });
  const line = journey()
    .trigger('Viewed')
    .branch(inStock, (yes) =>
      yes
        .email('First')
        .delay(1, 'hours')
        .branch(inStock, (still) => still.email('Second'))
        .exit(),
    )
    .exit();
  const shell = new MemoryShell();
  shell.products = new Map([['TEA-1', { stock: 3, price: 100 }]]);
  shell.publish([{ journeyId: 'jrn_1', version: 1, program: line.program(), isEnrolling: true }]);
  shell.batch([anEvent('Viewed')], NOON);
  shell.products = new Map([['TEA-1', { stock: 0, price: 100 }]]);
  shell.batch([], NOON + HOUR);
  expect(shell.commands.map(({ payload }) => payload.subject)).toEqual(['First']);
  expect(shell.decisions.map(({ code }) => code)).toContain('no-branch-matched');
});

test('a branch asks about segments and history as they are when the customer comes to it', () => {
  const regular = { type: 'segment', segmentId: 'seg_regulars' };
  const both = Condition.parse({ type: 'all', of: [regular, { type: 'event', event: 'Viewed', count: 2 }] });
  const line = journey('unlimited')
    .trigger('Viewed')
    .branch(both, (yes) => yes.email('Thanks'))
    .exit();
  const shell = new MemoryShell();
  shell.segments = new Map([['cus_1', new Set(['seg_regulars'])]]);
  shell.publish([{ journeyId: 'jrn_1', version: 1, program: line.program(), isEnrolling: true }]);
  shell.batch([anEvent('Viewed', { seq: 1 })], NOON);
  expect(shell.commands).toEqual([]);
  shell.batch([anEvent('Viewed', { seq: 2, receivedAt: NOON + HOUR })], NOON);
  expect(shell.commands.map(({ payload }) => payload.subject)).toEqual(['Thanks']);
});
