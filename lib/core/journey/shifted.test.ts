// A pause moves lengths of time by as long as they stood still, and leaves the clock on the wall alone.
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Program } from '../engine/program';
import { DAY, HOUR, MINUTE, NOON } from '../testing/build-event';
import { journey } from '../testing/build-journey';
import { localMinute, zoned } from '../time/zone';
import { shiftedSend, shiftedWait } from './shifted';

const at = (text: string) => Date.parse(text);
const start = () => journey().trigger('Signed up');

/** A program whose second step is a delay with this data. */
function waiting(data: object): Program {
  const program = start().delay(1, 'days').program();
  const step = program.steps.nod_2;
  return { ...program, steps: { ...program.steps, nod_2: { exits: {}, type: 'delay', ...step, data } } };
}

const wait = (data: object, dueAt: number, arrivedAt: number, zone = 'Europe/Prague') => ({
  ...{ program: waiting(data), nodeId: 'nod_2' as const, arrivedAt, dueAt, zone },
});

describe('a length of time', () => {
  const pause = { pausedAt: NOON - 14 * DAY, now: NOON };
  const length = { mode: 'duration', amount: 1, unit: 'days' };

  it('goes on where the pause stopped it', () => {
    expect(shiftedWait(wait(length, NOON - 13 * DAY, NOON - 20 * DAY), pause)).toBe(NOON + DAY);
    expect(shiftedWait(wait(length, NOON + DAY, NOON - 20 * DAY), pause)).toBe(NOON + 15 * DAY);
  });

  it('that began during the pause is as long as it is, and no longer', () => {
    expect(shiftedWait(wait(length, NOON + DAY - MINUTE, NOON - MINUTE), pause)).toBe(NOON + DAY);
    expect(shiftedWait(wait(length, NOON - 2 * DAY, NOON - 3 * DAY), pause)).toBe(NOON + DAY);
  });

  it('is left alone by a pause that lies in the future', () => {
    expect(shiftedWait(wait(length, NOON, NOON - DAY), { pausedAt: NOON + 1, now: NOON })).toBe(NOON);
  });

  it('is what anything counts as that cannot be read, and a visit that is yet to come', () => {
    const read = wait({ mode: 'time-of-day', time: '09:00' }, NOON - DAY, NOON - 2 * DAY);
    for (const unread of [{ program: undefined }, { nodeId: null }, { nodeId: 'nod_99' as const }]) {
      expect(shiftedWait({ ...read, ...unread }, pause)).toBe(NOON + DAY);
    }
    expect(shiftedWait({ ...read, dueAt: NOON - 2 * DAY - 1 }, pause)).toBe(NOON - 1);
    const asked = { ...read, program: start().waitFor('Paid', { hours: 2 }).program() };
    expect(shiftedWait(asked, pause)).toBe(NOON + DAY);
  });
});

describe('the clock on the wall', () => {
  const nine = { mode: 'time-of-day', time: '09:00', weekdays: [] };

  it('is kept by a pause of some hours', () => {
    const pause = { pausedAt: at('2026-03-02T08:00Z'), now: at('2026-03-02T10:00Z') };
    const tomorrow = at('2026-03-03T08:00Z');
    expect(shiftedWait(wait(nine, tomorrow, at('2026-03-02T07:00Z')), pause)).toBe(tomorrow);
    // Due during the pause: the next time the clock says nine.
    expect(shiftedWait(wait(nine, at('2026-03-02T08:30Z'), at('2026-03-02T07:00Z')), pause)).toBe(tomorrow);
  });

  it('means midnight where no time can be read, as when the wait began', () => {
    const pause = { pausedAt: at('2026-03-02T22:00Z'), now: at('2026-03-03T10:00Z') };
    const midnight = at('2026-03-02T23:00Z');
    const unread = wait({ ...nine, time: 'noon' }, midnight, at('2026-03-02T07:00Z'));
    expect(shiftedWait(unread, pause)).toBe(at('2026-03-03T23:00Z'));
  });

  it('goes on in whole days after a long one, over the change of the clocks, on the days that are allowed', () => {
    const pause = { pausedAt: at('2026-03-20T11:37Z'), now: at('2026-04-03T15:14Z') };
    const due = at('2026-03-21T08:00Z');
    expect(shiftedWait(wait(nine, due, at('2026-03-20T10:00Z')), pause)).toBe(at('2026-04-04T07:00Z'));
    const workdays = { ...nine, weekdays: [1, 2, 3, 4, 5] };
    expect(shiftedWait(wait(workdays, due, at('2026-03-20T10:00Z')), pause)).toBe(at('2026-04-06T07:00Z'));
  });

  it('a date that is still to come stays, and one that passed comes in whole days', () => {
    const pause = { pausedAt: at('2026-03-02T12:00Z'), now: at('2026-03-12T13:00Z') };
    const date = { mode: 'date', attribute: 'birthday', time: '09:00', weekdays: [1] };
    const birthday = at('2026-03-20T08:00Z');
    expect(shiftedWait(wait(date, birthday, at('2026-03-01T07:00Z')), pause)).toBe(birthday);
    const passed = at('2026-03-05T08:00Z');
    expect(shiftedWait(wait(date, passed, at('2026-03-01T07:00Z')), pause)).toBe(at('2026-03-15T08:00Z'));
  });

  it('is shown whatever the pause, later than now, never earlier than before', () => {
    const zones = fc.constantFrom('Europe/Prague', 'America/New_York', 'Asia/Kathmandu', 'UTC');
    const minutes = fc.integer({ min: 0, max: 40 * 24 * 60 });
    fc.assert(
      fc.property(zones, minutes, minutes, (zone, paused, stood) => {
        const pausedAt = at('2026-02-20T00:00Z') + paused * MINUTE;
        const now = pausedAt + stood * MINUTE;
        const dueAt = zoned(pausedAt, zone).add({ days: 1 }).with({ hour: 9, minute: 0 }).epochMilliseconds;
        const shifted = shiftedWait(wait(nine, dueAt, pausedAt - HOUR, zone), { pausedAt, now });
        expect(localMinute(shifted, zone)).toBe(9 * 60);
        expect(shifted).toBeGreaterThan(now);
        expect(shifted).toBeGreaterThanOrEqual(dueAt);
        expect(shifted - dueAt).toBeLessThanOrEqual(stood * MINUTE + DAY + HOUR);
      }),
    );
  });
});

it('a send comes later by the pause, unless its time is still to come', () => {
  const pause = { pausedAt: NOON - 2 * HOUR, now: NOON };
  expect(shiftedSend(NOON - 2 * HOUR, pause)).toBe(NOON);
  expect(shiftedSend(NOON - HOUR, pause)).toBe(NOON + HOUR);
  // Held until the morning by quiet hours.
  expect(shiftedSend(NOON + 20 * HOUR, pause)).toBe(NOON + 20 * HOUR);
  expect(shiftedSend(NOON, { pausedAt: NOON + 1, now: NOON })).toBe(NOON);
});
