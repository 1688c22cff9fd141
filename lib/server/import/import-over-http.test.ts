// Imports through a real server: real purchases come out as they went in, a second time changes nothing, and history
// starts no journey.
import { existsSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { sql } from 'drizzle-orm';
import { afterAll, afterEach, beforeAll, expect, it } from 'vitest';
import { sendBatch } from '@/lib/cli/send-batch';
import { inWorkspace, rows } from '@/lib/server/db/transaction';
import { drainEngine } from '@/lib/server/engine/run-engine';
import { runImport } from '@/lib/server/import/run-import';
import {
  freshShop,
  type IngestServer,
  type Shop,
  serveIngest,
} from '@/lib/server/ingest/testing/serve-ingest';
import { createJourney } from '@/lib/server/journeys/create-journey';
import { publishJourney } from '@/lib/server/journeys/publish-journey';
import { welcomeDrawing } from '@/lib/server/testing/drawings';
import { unwrap } from '@/lib/server/testing/unwrap';

const realOrders = path.resolve(import.meta.dirname, '../../../../shared/data/online-retail-orders.csv.gz');
const folder = mkdtempSync(path.join(tmpdir(), 'throughline-import-'));
let server: IngestServer;

beforeAll(async () => {
  server = await serveIngest();
});

afterEach(() => {
  server.failNext.length = 0;
});

afterAll(async () => {
  await server.close();
  rmSync(folder, { recursive: true, force: true });
});

async function importInto(shop: Shop, file: string) {
  const problems: unknown[] = [];
  const shares: number[] = [];
  const target = { url: server.url, writeKey: shop.writeKey };
  const summary = await runImport({
    file,
    map: new Map(),
    send: (calls) => sendBatch(target, calls, async () => {}),
    onProblem: (problem) => problems.push(problem),
    onProgress: ({ share }) => shares.push(share),
  });
  return { ...summary, problems, shares };
}

async function stored({ workspaceId }: Shop) {
  const [found] = await inWorkspace(workspaceId, (tx) =>
    rows<Record<string, unknown>>(
      tx,
      sql`
        select (select count(*) from customers where merged_into is null) as customers,
          count(*) filter (where name = 'Order Completed') as purchases,
          count(*) filter (where name = 'Order Cancelled') as cancellations,
          sum((properties->>'total')::numeric) filter (where name = 'Order Completed')::text as bought,
          sum((properties->>'total')::numeric) filter (where name = 'Order Cancelled')::text as cancelled,
          sum((properties->>'lines')::integer) filter (where name = 'Order Completed') as lines,
          min(occurred_at) filter (where type = 'track') as first
        from events`,
    ),
  );
  return found;
}

const inFile = {
  customers: 4_371,
  purchases: 18_532,
  cancellations: 3_654,
  bought: '8911407.904',
  cancelled: '-611342.09',
  lines: 397_884,
  first: new Date('2010-12-01T08:26:00Z'),
};

it.skipIf(!existsSync(realOrders))(
  `imports a year of real purchases exactly, twice (skipped where ${path.basename(realOrders)} is not beside the repository)`,
  async () => {
    const shop = await freshShop();
    const first = await importInto(shop, realOrders);
    expect(first).toMatchObject({ rows: 22_186, orders: 22_186, duplicates: 0, problems: [] });
    expect(first.accepted).toBe(first.orders + first.customers);
    expect(first.shares.at(-1)).toBe(1);
    expect(await stored(shop)).toEqual(inFile);
    const second = await importInto(shop, realOrders);
    expect(second).toMatchObject({ rows: 22_186, accepted: 0, problems: [] });
    expect(second.duplicates).toBe(first.accepted);
    expect(await stored(shop)).toEqual(inFile);
  },
  300_000,
);

function orders(name: string, at: string): string {
  const file = path.join(folder, name);
  writeFileSync(file, `order_id,customer_id,country,ordered_at,total\n1,7,UK,${at},10\n2,8,FR,${at},20\n`);
  return file;
}

it('starts no journey with history, and gives customers their attributes', async () => {
  const shop = await freshShop();
  const document = welcomeDrawing({ event: 'Order Completed' });
  const { id } = unwrap(await createJourney(shop.actor, { name: 'After purchase', document }));
  unwrap(await publishJourney(shop.actor, { id }));
  await importInto(shop, orders('history.csv', '2020-05-01T10:00:00Z'));
  await drainEngine();
  const [found] = await inWorkspace(shop.workspaceId, (tx) =>
    rows<Record<string, unknown>>(
      tx,
      sql`
        select (select count(*) from enrollments) as enrollments,
          (select array_agg(distinct code) from decisions) as codes,
          (select array_agg(attributes->>'country' order by attributes->>'country') from customers) as countries`,
    ),
  );
  expect(found).toEqual({ enrollments: 0, codes: ['event-too-old'], countries: ['FR', 'UK'] });
});

it('waits for a busy server, and says what is wrong with an absent one', async () => {
  const shop = await freshShop();
  const file = orders('busy.csv', '2020-05-01T10:00:00Z');
  server.failNext.push(503, 429, 500);
  expect(await importInto(shop, file)).toMatchObject({ accepted: 4, problems: [] });
  server.failNext.push(...Array.from({ length: 8 }, () => 503));
  await expect(importInto(shop, file)).rejects.toThrow(/keeps answering 503/);
  await expect(importInto({ ...shop, writeKey: 'wk_unknown' }, file)).rejects.toThrow(/write key/);
  const nowhere = { url: 'http://127.0.0.1:1', writeKey: shop.writeKey };
  await expect(sendBatch(nowhere, [], async () => {})).rejects.toThrow(/cannot be reached/);
});
