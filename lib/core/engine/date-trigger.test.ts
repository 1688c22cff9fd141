// Which steps of a program let customers in by a date of theirs.
import { expect, test } from 'vitest';
import { NOON } from '../testing/build-event';
import { journey } from '../testing/build-journey';
import { dateTriggersOf } from './date-trigger';

test('those by date, and not those by schedule, by event, or of a type that is not known', () => {
  const { steps, ...rest } = journey()
    .add('date-trigger', { attribute: 'born' }, ['next'])
    .email('Hello')
    .program();
  const nod_later = { type: 'later-trigger', data: {}, exits: {} };
  const program = { ...rest, steps: { ...steps, nod_later } };
  const [trigger, ...others] = dateTriggersOf({ journeyId: 'jrn_1', version: 1, program, isEnrolling: true });
  expect([trigger?.nodeId, trigger?.attributes, others]).toEqual(['nod_1', ['timezone', 'born'], []]);
  const born = { born: '1990-03-02', timezone: 'Asia/Tokyo' };
  expect(trigger?.next(born, 'UTC', NOON)).toEqual({ dueAt: Date.UTC(2026, 2, 2), occasion: '2026-03-02' });
  expect(trigger?.next({}, 'UTC', NOON)).toBeNull();
});
