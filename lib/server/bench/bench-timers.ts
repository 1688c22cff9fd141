// 100,000 waits that are due at once, as after a night's outage: how fast they are worked off beside live events.
import { advanceClock } from '../clock';
import { drainEngine } from '../engine/run-engine';
import type { BenchShop } from './bench-shop';
import { printFigure } from './figure';
import { measure } from './plain-insert';
import { CUSTOMERS, lineOf, publish, store } from './workload';

const HOUR_MS = 3_600_000;

export async function benchTimers(shop: BenchShop, liveEventsPerSecond: number): Promise<void> {
  const { actor, engine } = shop;
  await publish(actor, lineOf('Timer', ['delay'], 'unlimited'));
  const starts = Array.from({ length: CUSTOMERS }, (_, index) => ({
    ...{
      type: 'track',
      event: 'Timer',
      messageId: `timer-${index}`,
      userId: `user-${index}`,
      properties: {},
    },
  }));
  await store(actor, starts);
  await drainEngine();
  advanceClock(HOUR_MS);
  const cost = await measure(shop, CUSTOMERS, drainEngine);
  const told = { suite: 'engine', engine };
  printFigure({ ...told, name: '100,000 due timers', unit: 'timers/s' }, cost.perSecond, null);
  const share = cost.perSecond / liveEventsPerSecond;
  printFigure({ ...told, name: 'due timers / live events', unit: 'ratio' }, share, { atLeast: 1 });
}
