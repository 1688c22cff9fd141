// Four customers and their orders, few enough to count by hand.
import type { Actor } from '../../actor';
import { freshWorkspace } from '../../testing/fresh-workspace';
import { storeHistories } from './store-histories';

function buyer(person: string, ...orders: [date: string, properties: Record<string, string | number>][]) {
  const events = orders.map(([date, properties]) => ({
    name: 'Order Completed',
    properties,
    at: Date.parse(`${date}T12:00:00Z`),
  }));
  return { person, events };
}

/** Ids are unique in a database, whatever the workspace. */
let made = 0;

export async function smallShop(): Promise<{ actor: Actor; of: (name: string) => string }> {
  made += 1;
  const of = (name: string) => `${name}-${process.pid}-${made}`;
  const { actor } = await freshWorkspace();
  await storeHistories(actor.workspaceId, [
    buyer(
      of('ann'),
      ['2026-01-03', { total: 20 }],
      ['2026-01-20', { total: 5 }],
      ['2026-03-02', { total: 10 }],
    ),
    buyer(of('bob'), ['2026-01-09', { total: 40.5, currency: 'EUR' }]),
    buyer(of('cleo'), ['2026-02-09', { total: 30 }], ['2026-03-09', { total: 99, currency: 'USD' }]),
    buyer(of('dan'), ['2026-03-30', {}]),
  ]);
  return { actor, of };
}
