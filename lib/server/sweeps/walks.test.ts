// Walks over all customers: nobody is left out or met twice, whatever breaks in between.
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { advanceClock } from '../clock';
import { drainEngine } from '../engine/run-engine';
import { plantFaults } from '../fault';
import { setNow } from '../testing/clock';
import { freshWorkspace } from '../testing/fresh-workspace';
import { addCustomer } from '../testing/people';
import { crowd, DAY, dayFromNow, entries, HOUR, live, made } from '../testing/timed-journeys';
import { workSweeps } from './work-sweeps';

// Which day it is where depends on the hour: every run begins at the same one.
beforeEach(() => setNow('2026-03-01T10:00:00Z'));

afterEach(() => plantFaults(undefined));

describe('a walk', () => {
  const PEOPLE = 2_500;
  const zones = Intl.supportedValuesOf('timeZone');
  const zoneOf = (index: number) =>
    index % 1000 === 7 ? 'Mars/Olympus' : (zones[index % zones.length] ?? 'UTC');

  it('leaves nobody out, one zone in a thousand unknown, and lets events through in between', async () => {
    const { actor } = await freshWorkspace();
    await crowd(actor, PEOPLE, (index) => ({ timezone: zoneOf(index) }));
    const data = { kind: 'once', date: dayFromNow(2), time: '12:00', zone: 'customer' };
    await live(actor, 'schedule-trigger', data);
    advanceClock(36 * HOUR);
    // Other workspaces may have walks of their own.
    while ((await made(actor)).length === 0) expect(await workSweeps()).toBe(true);
    expect(await made(actor)).toHaveLength(1_000);
    await drainEngine();
    advanceClock(3 * DAY);
    await drainEngine();
    const entered = await entries(actor);
    expect(new Set(entered.map(({ customerId }) => customerId)).size).toBe(PEOPLE);
    expect(entered).toHaveLength(PEOPLE);
  });

  it('loses and repeats nothing wherever it is interrupted', async () => {
    const { actor } = await freshWorkspace();
    await crowd(actor, PEOPLE, () => ({ renews: dayFromNow(3) }));
    await live(actor, 'date-trigger', { attribute: 'renews', repeats: 'once', time: '12:00' });
    const broken = new Set<string>();
    plantFaults((name) => {
      if (!name.startsWith('sweep.') || broken.has(name)) return undefined;
      const fail = () => {
        broken.add(name);
        throw new Error(`killed at ${name}`);
      };
      return name === 'sweep.commit' ? { before: fail } : { after: fail };
    });
    let failures = 0;
    for (let isWorked = true; isWorked; ) {
      isWorked = await workSweeps().catch(() => {
        failures += 1;
        return true;
      });
    }
    expect(failures).toBe(6);
    expect(await made(actor)).toHaveLength(PEOPLE);
  });

  it('goes over its own workspace only', async () => {
    const { actor } = await freshWorkspace();
    const other = await freshWorkspace();
    await addCustomer(other.actor, {}, { attributes: { renews: dayFromNow(3) } });
    await live(actor, 'date-trigger', { attribute: 'renews', time: '12:00' });
    await drainEngine();
    expect(await made(other.actor)).toEqual([]);
  });
});
