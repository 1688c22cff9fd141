// Suites that ask a large shop: it takes long to make, so those that are asked for together share it.
import { setClockOffset } from '../../clock';
import { benchAnalytics } from '../analytics/bench-analytics';
import { type BenchShop, openBenchShop } from '../bench-shop';
import { printFigure } from '../figure';
import { benchSegments } from '../segments/bench-segments';
import { fillShop, type Size } from './fill-shop';

const suites = { analytics: benchAnalytics, segments: benchSegments } as const;

export const isShopSuite = (name: string): name is keyof typeof suites => name in suites;

const sizes = {
  pglite: { customers: 100_000, events: 1_000_000 },
  postgresql: { customers: 1_000_000, events: 20_000_000 },
} as const;

/** @param asked size of the shop; left out, as the targets say */
export async function benchShopSuites(
  engine: BenchShop['engine'],
  names: readonly (keyof typeof suites)[],
  asked: Partial<Size>,
): Promise<void> {
  const size = { ...sizes[engine], ...asked };
  const shop = await openBenchShop(engine);
  setClockOffset(Date.parse('2026-01-01T00:00:00Z') - Date.now());
  try {
    const startedAt = performance.now();
    await fillShop(shop.actor.workspaceId, size);
    const told = { suite: 'shop', engine } as const;
    printFigure({ ...told, name: 'customers', unit: 'customers' }, size.customers, null);
    printFigure({ ...told, name: 'events', unit: 'events' }, size.events, null);
    printFigure(
      { ...told, name: 'making the shop', unit: 's' },
      (performance.now() - startedAt) / 1000,
      null,
    );
    for (const name of names) await suites[name](shop);
  } finally {
    setClockOffset(0);
    await shop.close();
  }
}
