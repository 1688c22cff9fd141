// Going on after a pause: nothing comes early, nothing comes all at once unless somebody wants it so.
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { DAY, HOUR, NOON } from '../testing/build-event';
import { journey } from '../testing/build-journey';
import { latenessAfter } from './lateness-after';
import { addToForecast, emptyForecast, type Pending } from './resume-forecast';
import { defaultResumePlan, ResumePlan, resumedAt } from './resume-plan';
import { shiftedSend } from './shifted';

const pause = { pausedAt: NOON - 14 * DAY, now: NOON };
const spread = ResumePlan.parse({ kind: 'spread', hours: 10 });

const due = (dueAt: number, id = 'enr_1') => ({ id, dueAt, shiftedTo: shiftedSend(dueAt, pause) });

describe('resumedAt', () => {
  it('shifts unless told otherwise', () => {
    expect(resumedAt(due(NOON - 13 * DAY), defaultResumePlan, NOON)).toBe(NOON + DAY);
  });

  it('leaves times as they are where only what is too late is skipped', () => {
    expect(resumedAt(due(NOON - DAY), { kind: 'skip' }, NOON)).toBe(NOON - DAY);
  });

  it('spreads what is overdue, and nothing else', () => {
    const at = resumedAt(due(NOON - DAY), spread, NOON);
    expect(at).toBeGreaterThan(NOON);
    expect(at).toBeLessThan(NOON + 10 * HOUR);
    expect(resumedAt(due(NOON + 1), spread, NOON)).toBe(NOON + 1);
  });

  it('never brings anything forward that is still to come', () => {
    const plans = fc.constantFrom<ResumePlan>(defaultResumePlan, { kind: 'skip' }, spread);
    const instant = fc.integer({ min: NOON - 20 * DAY, max: NOON + 20 * DAY });
    fc.assert(
      fc.property(fc.string(), instant, plans, (id, dueAt, plan) => {
        expect(resumedAt(due(dueAt, id), plan, NOON)).toBeGreaterThanOrEqual(dueAt);
      }),
    );
  });
});

describe('the forecast', () => {
  /** One timer an hour, from two days before the pause ended to two days after. */
  const timers = Array.from({ length: 96 }, (_, index): Pending => {
    const dueAt = NOON + (index - 48) * HOUR + HOUR / 2;
    const maxLateness = index % 2 === 0 ? DAY : null;
    return { id: `enr_${index}`, dueAt, shiftedTo: dueAt + 2 * DAY, maxLateness };
  });
  const total = ({ atOnce, expired, perHour, later }: typeof emptyForecast) =>
    atOnce + expired + later + perHour.reduce((sum, count) => sum + count, 0);

  it('keeps the rhythm when shifted', () => {
    const forecast = addToForecast(emptyForecast, timers, defaultResumePlan, NOON);
    expect(forecast).toMatchObject({ atOnce: 0, expired: 0, later: 72 });
    expect(forecast.perHour).toEqual(Array.from({ length: 24 }, () => 1));
  });

  it('says what expires and what goes at once when skipped, and what is spread', () => {
    const skipped = addToForecast(emptyForecast, timers, { kind: 'skip' }, NOON);
    expect(skipped).toMatchObject({ expired: 12, atOnce: 36 });
    const caughtUp = addToForecast(emptyForecast, timers, spread, NOON);
    expect(caughtUp).toMatchObject({ expired: 0, atOnce: 0 });
    for (const forecast of [skipped, caughtUp]) expect(total(forecast)).toBe(96);
    const portions = addToForecast(
      addToForecast(emptyForecast, timers.slice(0, 9), spread, NOON),
      timers.slice(9),
      spread,
      NOON,
    );
    expect(portions).toEqual(caughtUp);
  });
});

describe('latenessAfter', () => {
  it('is the longest that a message behind the wait allows', () => {
    const program = journey()
      .trigger('Signed up')
      .delay(1, 'days')
      .email('A', { maxLatenessHours: 3 })
      .set('told', true)
      .email('B', { maxLatenessHours: 5 })
      .delay(1, 'days')
      .email('C', { maxLatenessHours: 99 })
      .program();
    expect(latenessAfter(program, 'nod_2')).toBe(5 * HOUR);
    expect(latenessAfter(program, 'nod_6')).toBe(99 * HOUR);
    expect(latenessAfter(program, 'nod_7')).toBeNull();
    expect(latenessAfter(program, 'nod_99')).toBeNull();
  });

  it('follows the timeout of a wait, not what ends it early', () => {
    const program = journey()
      .trigger('Signed up')
      .waitFor('Paid', { hours: 2 }, (paid) => paid.email('Thanks', { maxLatenessHours: 50 }))
      .email('Still there?', { maxLatenessHours: 4 })
      .program();
    expect(latenessAfter(program, 'nod_2')).toBe(4 * HOUR);
    const strange = {
      ...program,
      steps: { ...program.steps, nod_4: { type: 'nonsense', data: {}, exits: {} } },
    };
    expect(latenessAfter(strange, 'nod_2')).toBeNull();
  });
});
