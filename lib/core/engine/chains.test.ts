// What follows from a step beyond its own passage: other passages, other journeys, answers, and where chains are cut.
import { describe, expect, test } from 'vitest';
import { MemoryShell } from '../journey-test/memory-shell';
import { batchOn, trail } from '../testing/build-batch';
import { anEnrollment, anEvent, HOUR, MINUTE, NOON } from '../testing/build-event';
import { journey } from '../testing/build-journey';
import { liveVersions } from '../testing/live-versions';
import { advance } from './advance';
import { applyBatch } from './apply-batch';
import { factNeeds } from './fact-needs';
import { needs } from './needs';
import { buildRuleIndex } from './rule-index';

const document = (line: ReturnType<typeof journey>, settings: object = {}) => {
  const drawn = line.document();
  return { ...drawn, settings: { ...drawn.settings, ...settings } };
};

const isPro = {
  type: 'test',
  subject: 'attribute',
  path: ['plan'],
  operator: 'equals',
  value: 'pro',
} as const;
const anyhow = { filter: null, key: null, event: '', when: 'condition' } as const;

describe('a change of the customer', () => {
  test('ends every passage whose exit rule it makes true, at once, and a timer that was due with it does not fire', () => {
    const exitRules = [{ ...anyhow, id: 'pro', name: 'Went pro', condition: isPro }];
    const waiting = journey().trigger('Order').delay(1, 'hours').email('Hello');
    const upgrading = journey().trigger('Order').delay(1, 'hours').set('plan', 'pro');
    const shell = new MemoryShell();
    const drawings = [document(upgrading), document(waiting, { exitRules })];
    shell.publish(
      liveVersions(
        drawings.map((drawing, index) => ({
          journeyId: `jrn_${index + 1}` as const,
          version: 1,
          document: drawing,
          isEnrolling: true,
        })),
      ),
    );
    shell.batch([anEvent('Order')], NOON);
    const found = shell.batch([], NOON + HOUR);
    const ends = found.enrollments.map(({ journeyId, endReason }) => [journeyId, endReason]);
    expect(ends.sort()).toEqual([
      ['jrn_1', 'path-ended'],
      ['jrn_2', shell.commands.length === 0 ? 'exit-rule-met' : 'path-ended'],
    ]);
  });

  test('reaches a goal by the time that has passed alone, and goes on where the goal does not end it', () => {
    const condition = { type: 'none' as const, of: [{ ...isPro }] };
    const goals = [{ ...anyhow, id: 'stayed', name: 'Stayed', condition, exits: false }];
    const line = batchOn(journey().trigger('Order').delay(1, 'hours').email('Hello'));
    const shell = new MemoryShell();
    const drawn = document(journey().trigger('Order').delay(1, 'hours').email('Hello'), { goals });
    shell.publish(liveVersions([{ journeyId: 'jrn_1', version: 1, document: drawn, isEnrolling: true }]));
    shell.batch([anEvent('Order')], NOON);
    expect(trail(shell.batch([], NOON + HOUR))).toEqual([
      'goal-reached 60',
      'delay-over 60',
      'message-queued 60',
      'path-ended 60',
    ]);
    expect(line.now).toBe(0);
  });
});

test('an answer without a value, or to a visit that is over, moves nobody', () => {
  const batch = batchOn(journey().trigger('Order').delay(1, 'hours').exit());
  const answer = (visit: number) =>
    anEvent('answer', { type: 'signal', properties: { enrollment_id: 'enr_1', visit, ok: true } });
  const waiting = anEnrollment({ nodeId: 'nod_2', visits: 2, wakeAt: NOON + HOUR });
  const outcome = applyBatch({ ...batch, enrollments: [waiting], events: [answer(1), answer(3)] });
  expect(outcome.decisions).toEqual([]);
});

test('an answer resumes the very visit that asked, also where it brings nothing', () => {
  const line = journey()
    .trigger('Order')
    .add('issue-coupon', { poolId: 'cpl_1', saveAs: 'coupon' }, ['issued', 'none-left']);
  const waiting = anEnrollment({ nodeId: 'nod_2', visits: 2, wakeAt: NOON + HOUR });
  const properties = { enrollment_id: 'enr_1', visit: 2, ok: false };
  const answer = anEvent('answer', { type: 'signal', properties });
  const outcome = applyBatch({ ...batchOn(line), enrollments: [waiting], events: [answer] });
  expect(outcome.enrollments).toMatchObject([{ status: 'ended', saved: {} }]);
});

test('an answer that says why it is none leaves the reason behind', () => {
  const asking = { url: 'https://shop.example/hook', capture: { saveAs: 'it' } };
  const line = journey().trigger('Order').add('call-webhook', asking, ['next', 'failed']);
  const waiting = anEnrollment({ nodeId: 'nod_2', visits: 2, wakeAt: NOON + HOUR });
  const properties = { enrollment_id: 'enr_1', visit: 2, ok: false, value: null, reason: 'Answered 410' };
  const answer = anEvent('answer', { type: 'signal', properties });
  const outcome = applyBatch({ ...batchOn(line), enrollments: [waiting], events: [answer] });
  expect(outcome.decisions[0]).toMatchObject({
    code: 'webhook-failed',
    inputs: { saveAs: 'it', reason: 'Answered 410' },
  });
});

test('a wait whose timer is hidden is not given another one when it is asked in vain', () => {
  const condition = isPro;
  const line = journey().trigger('Order').add('wait-for-condition', { condition }, ['met', 'timeout']);
  const hidden = anEnrollment({ nodeId: 'nod_2', visits: 2, wakeAt: null });
  const { enrollment } = advance(line.program(), hidden, {
    now: NOON,
    cause: { kind: 'change' },
    attributes: {},
  });
  expect(enrollment.wakeAt).toBeNull();
});

test('an event by the name of a signal is no signal', () => {
  const line = journey().add('api-trigger', {}, ['next']).exit();
  const batch = batchOn(line);
  expect(trail(applyBatch({ ...batch, events: [anEvent('api-call')] }))).toEqual([]);
  const signal = anEvent('api-call', { type: 'signal' });
  expect(trail(applyBatch({ ...batch, events: [signal] }))[0]).toBe('entered 0');
});

test('an appointment is made anew only where its own attribute has changed', () => {
  const dated = journey().add('date-trigger', { attribute: 'birthday' }, ['next']).exit();
  const watching = journey().add('attribute-trigger', { attribute: 'plan' }, ['next']).exit();
  const told = (traits: object) =>
    applyBatch({
      ...batchOn(dated, watching),
      events: [anEvent('', { type: 'identify', traits: { ...traits } })],
    }).appointments.map(({ journeyId, dueAt }) => [journeyId, dueAt !== null]);
  expect(told({ plan: 'pro' })).toEqual([]);
  expect(told({ plan: 'pro', birthday: '1990-03-05' })).toEqual([['jrn_1', true]]);
});

describe('the window of a journey', () => {
  const opens = (startsAt: string | null, endsAt: string | null) => {
    const drawn = document(journey().trigger('Order').exit(), { startsAt, endsAt });
    const live = liveVersions([{ journeyId: 'jrn_1', version: 1, document: drawn, isEnrolling: true }]);
    return trail(applyBatch({ ...batchOn(), index: buildRuleIndex(live), events: [anEvent('Order')] }))[0];
  };
  const noon = new Date(NOON).toISOString();
  const later = new Date(NOON + MINUTE).toISOString();
  const earlier = new Date(NOON - MINUTE).toISOString();

  test('takes nobody in before it opens or after it closes', () => {
    expect(opens(noon, later)).toBe('entered 0');
    expect(opens(null, noon)).toBe('entered 0');
    expect(opens(later, null)).toBe('outside-window 0');
    expect(opens(null, earlier)).toBe('outside-window 0');
  });
});

test('a passage whose program is gone asks for nothing', () => {
  const index = buildRuleIndex([]);
  const wanted = needs(index, [], { enrollments: [], appointments: [], segments: [] });
  expect(factNeeds(index, wanted, [], [anEnrollment()])).toMatchObject({
    skus: [],
    groups: [{ events: {} }],
  });
});

test('a step of an unknown type sets nothing off', () => {
  const [version] = liveVersions([
    {
      journeyId: 'jrn_1',
      version: 1,
      document: journey().trigger('Order').exit().document(),
      isEnrolling: true,
    },
  ]);
  if (!version) throw new Error('It is there.');
  const steps = { ...version.program.steps, nod_9: { type: 'teleport', data: {}, exits: {} } };
  const index = buildRuleIndex([{ ...version, program: { ...version.program, steps } }]);
  expect([...index.setOff]).toEqual([]);
});
