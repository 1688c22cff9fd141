// The yardstick: the same events inserted in plain batches, by the same driver, into a table with the same columns and indexes.
import type { JsonObject } from '@/lib/core/json';
import { runtime } from '../runtime';
import type { BenchShop } from './bench-shop';
import { cpuSeconds } from './cpu';

const BATCH = 1_000;

export interface Cost {
  readonly perSecond: number;
  readonly cpuPerEvent: number;
}

export async function plainInsert(shop: BenchShop, events: readonly JsonObject[]): Promise<Cost> {
  const { pool } = runtime();
  await pool.query('drop table if exists plain_events');
  await pool.query('create table plain_events (like events including defaults including indexes)');
  await pool.query(
    "create sequence if not exists plain_seq; alter table plain_events alter seq set default nextval('plain_seq')",
  );
  const { workspaceId } = shop.actor;
  return measure(shop, events.length, async () => {
    for (let start = 0; start < events.length; start += BATCH) {
      const rows = JSON.stringify(events.slice(start, start + BATCH));
      await pool.query(
        `insert into plain_events (workspace_id, lane, customer_id, source, message_id, body_hash, type, name,
           properties, traits, context, occurred_at, received_at)
         select $1, 0, x."userId", 'bench', x."messageId", md5(x."messageId"), x.type, x.event, x.properties, '{}', '{}', $2, $2
         from json_to_recordset($3::json) as x ("userId" text, "messageId" text, type text, event text, properties jsonb)`,
        [workspaceId, new Date(), rows],
      );
    }
  });
}

/** Events per second by the clock, and seconds of all processors per event. */
export async function measure(shop: BenchShop, events: number, work: () => Promise<void>): Promise<Cost> {
  const cpu = cpuSeconds(shop.databasePid);
  const startedAt = performance.now();
  await work();
  const seconds = (performance.now() - startedAt) / 1000;
  return { perSecond: events / seconds, cpuPerEvent: (cpuSeconds(shop.databasePid) - cpu) / events };
}
