// Ten million events through one process: what it holds on to must not grow with what it has worked.
import { setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';
import type { JsonObject } from '@/lib/core/json';
import { drainEngine } from '../engine/run-engine';
import { openBenchShop } from './bench-shop';
import { printFigure } from './figure';
import { CUSTOMERS, knowCustomers, publishWorkload, store } from './workload';

const EVENTS = 10_000_000;
const PORTION = 10_000;
const LOOKS = 20;
/** One event in so many is one that journeys listen for. */
const MATCHING = 20;
const MB = 1_048_576;

interface Look {
  readonly events: number;
  /** What is still held after collecting the garbage, in MB. */
  readonly heap: number;
  readonly resident: number;
}

export async function benchMemory(engine: 'pglite' | 'postgresql', events = EVENTS): Promise<void> {
  const shop = await openBenchShop(engine);
  await knowCustomers(shop.actor);
  await publishWorkload(shop.actor);
  const looks: Look[] = [];
  for (let done = 0; done < events; done += PORTION) {
    await store(shop.actor, portionFrom(done));
    await drainEngine();
    if ((done + PORTION) % (events / LOOKS) === 0) looks.push(look(done + PORTION));
  }
  // The first half fills caches and lets the heap find its size.
  const settled = looks.slice(LOOKS / 2);
  const told = { suite: 'memory', engine };
  printFigure({ ...told, name: 'events worked', unit: 'events' }, events, null);
  printFigure({ ...told, name: 'heap at the end', unit: 'MB' }, settled.at(-1)?.heap ?? 0, null);
  printFigure({ ...told, name: 'resident at the end', unit: 'MB' }, settled.at(-1)?.resident ?? 0, null);
  const growth = slope(settled.map(({ events: at, heap }) => [at / 1_000_000, heap] as const));
  printFigure({ ...told, name: 'heap growth', unit: 'MB per million events' }, growth, { atMost: 1 });
  await shop.close();
}

function portionFrom(start: number): JsonObject[] {
  return Array.from({ length: PORTION }, (_, index) => {
    const number = start + index;
    const event = number % MATCHING === 0 ? `Event ${number % 17}` : 'Product Viewed';
    const userId = `user-${number % CUSTOMERS}`;
    return {
      type: 'track',
      event,
      messageId: `memory-${number}`,
      userId,
      properties: { price: number % 100 },
    };
  });
}

function look(events: number): Look {
  setFlagsFromString('--expose-gc');
  runInNewContext('gc')();
  const { heapUsed, rss } = process.memoryUsage();
  return { events, heap: heapUsed / MB, resident: rss / MB };
}

/** Of the straight line that lies nearest to the points (least squares). */
function slope(points: readonly (readonly [x: number, y: number])[]): number {
  const mean = (values: readonly number[]) => values.reduce((sum, value) => sum + value, 0) / values.length;
  const meanX = mean(points.map(([x]) => x));
  const meanY = mean(points.map(([, y]) => y));
  const up = points.reduce((sum, [x, y]) => sum + (x - meanX) * (y - meanY), 0);
  return up / points.reduce((sum, [x]) => sum + (x - meanX) ** 2, 0);
}
