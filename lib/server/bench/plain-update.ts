// The other yardstick: one row per customer, updated by key in plain set-based batches, once for every event.
import type { JsonObject } from '@/lib/core/json';
import { runtime } from '../runtime';
import type { BenchShop } from './bench-shop';
import { type Cost, measure } from './plain-insert';

const BATCH = 1_000;

export async function plainUpdate(shop: BenchShop, events: readonly JsonObject[]): Promise<Cost> {
  const { pool } = runtime();
  await pool.query('drop table if exists plain_states');
  await pool.query(
    'create table plain_states (customer_id text primary key, visits int not null, state jsonb not null)',
  );
  const ids = JSON.stringify([...new Set(events.map(({ userId }) => userId))]);
  await pool.query(`insert into plain_states select value, 0, '{}' from json_array_elements_text($1::json)`, [
    ids,
  ]);
  await pool.query('analyze plain_states');
  return measure(shop, events.length, async () => {
    for (let start = 0; start < events.length; start += BATCH) {
      const given = JSON.stringify(events.slice(start, start + BATCH).map(({ userId }) => ({ id: userId })));
      await pool.query(
        `update plain_states s set visits = s.visits + 1, state = '{"at":"nod_1"}'
         from json_to_recordset($1::json) as x (id text) where s.customer_id = x.id`,
        [given],
      );
    }
  });
}
