// Triggers by schedule over a real database: everybody once per occasion, on the right clock.
import { beforeEach, describe, expect, it } from 'vitest';
import { valueAt } from '@/lib/core/json';
import { advanceClock, now } from '../clock';
import { drainEngine } from '../engine/run-engine';
import { pauseJourney } from '../journeys/pause-journey';
import { resumeJourney } from '../journeys/resume-journey';
import { setNow } from '../testing/clock';
import { freshWorkspace } from '../testing/fresh-workspace';
import { addCustomer } from '../testing/people';
import {
  clockFromNow,
  DAY,
  dayFromNow,
  entries,
  HOUR,
  identify,
  live,
  walks,
} from '../testing/timed-journeys';
import { unwrap } from '../testing/unwrap';

// Which day it is where depends on the hour: every run begins at the same one.
beforeEach(() => setNow('2026-03-01T10:00:00Z'));

describe('a schedule', () => {
  it('lets everybody in at one moment on the workspace’s clock, and goes on to the next time', async () => {
    const { actor } = await freshWorkspace();
    await addCustomer(actor, {}, { attributes: { timezone: 'Asia/Tokyo' } });
    await addCustomer(actor, {});
    await live(actor, 'schedule-trigger', { every: 'day', time: clockFromNow(2), zone: 'workspace' });
    await drainEngine();
    expect(await entries(actor)).toEqual([]);
    advanceClock(2 * HOUR);
    await drainEngine();
    expect(await entries(actor)).toHaveLength(2);
    await addCustomer(actor, {});
    advanceClock(DAY);
    await drainEngine();
    expect(await entries(actor)).toHaveLength(5);
    const open = (await walks(actor)).filter(({ endedAt }) => endedAt === null);
    expect(open).toHaveLength(1);
    expect(open[0]?.startsAt.getTime()).toBeGreaterThan(now().getTime());
  });

  it('skips what had been when it was published, and happens once where it is to', async () => {
    const { actor } = await freshWorkspace();
    await addCustomer(actor, {});
    const zone = 'workspace';
    await live(actor, 'schedule-trigger', { kind: 'once', date: dayFromNow(-1), time: '09:00', zone });
    await live(actor, 'schedule-trigger', { kind: 'once', date: dayFromNow(1), time: '09:00', zone });
    advanceClock(5 * DAY);
    await drainEngine();
    expect(await entries(actor)).toHaveLength(1);
  });

  it('judges its filter when the time has come', async () => {
    const { actor } = await freshWorkspace();
    await addCustomer(actor, { 'user-id': 'ada' }, { attributes: { vip: true } });
    await addCustomer(actor, { 'user-id': 'bob' }, { attributes: { vip: true } });
    const filter = { type: 'test', subject: 'attribute', path: ['vip'], operator: 'equals', value: true };
    const data = { kind: 'once', date: dayFromNow(2), time: '12:00', zone: 'customer', filter };
    await live(actor, 'schedule-trigger', data);
    await drainEngine();
    advanceClock(DAY);
    await drainEngine();
    await identify(actor, 'bob', { vip: false });
    advanceClock(3 * DAY);
    await drainEngine();
    expect(await entries(actor)).toHaveLength(1);
  });

  it('meets each customer once a day on their own clock, from Samoa to Kiritimati', async () => {
    const { actor } = await freshWorkspace();
    const zones = [
      'Pacific/Pago_Pago',
      'America/New_York',
      'Europe/Prague',
      'Asia/Kathmandu',
      'Pacific/Kiritimati',
    ];
    for (const timezone of zones) await addCustomer(actor, {}, { attributes: { timezone } });
    const first = dayFromNow(2);
    const id = await live(actor, 'schedule-trigger', { every: 'day', time: '09:00', zone: 'customer' });
    // A day is longer around the earth than between two occasions.
    for (let hours = 0; hours < 6 * 24; hours += 1) {
      advanceClock(HOUR);
      await drainEngine();
    }
    unwrap(await pauseJourney(actor, { id }));
    const seen = new Map<string, Set<string>>();
    for (const { customerId, trigger } of await entries(actor)) {
      const days = seen.get(customerId) ?? new Set<string>();
      const occasion = String(valueAt(trigger, ['properties', 'occasion']));
      expect(days.has(occasion)).toBe(false);
      seen.set(customerId, days.add(occasion));
    }
    expect(seen.size).toBe(zones.length);
    for (const days of seen.values()) {
      for (let day = 0; day < 3; day += 1) {
        const date = new Date(Date.parse(first) + day * DAY).toISOString().slice(0, 10);
        expect([...days]).toContain(`${date}T09:00`);
      }
    }
  });

  it('sends no backlog after a pause', async () => {
    const { actor } = await freshWorkspace();
    await addCustomer(actor, {});
    const time = clockFromNow(1);
    const id = await live(actor, 'schedule-trigger', { every: 'day', time, zone: 'workspace' });
    await drainEngine();
    unwrap(await pauseJourney(actor, { id }));
    advanceClock(14 * DAY);
    await drainEngine();
    unwrap(await resumeJourney(actor, { id }));
    await drainEngine();
    expect(await entries(actor)).toEqual([]);
    advanceClock(DAY);
    await drainEngine();
    expect(await entries(actor)).toHaveLength(1);
  });
});
