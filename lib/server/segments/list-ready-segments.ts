// Ready segments with the bounds of this shop: one statement counts its buyers by last order and number of orders.
import { sql } from 'drizzle-orm';
import type { ReadySegments, RfmCell } from '@/lib/core/api/ready-segments';
import { ok, type Result } from '@/lib/core/result';
import {
  channelConditions,
  channelKeys,
  LONGEST_DAYS,
  ORDER,
  readySegments,
  rfmCondition,
  rfmGroup,
} from '@/lib/core/segment/ready-segments';
import {
  type Bounds,
  type BuyerCell,
  frequencyScore,
  recencyScore,
  rfmBounds,
  type Score,
  scores,
} from '@/lib/core/segment/rfm';
import type { Actor } from '../actor';
import { now } from '../clock';
import { inWorkspace, rows, type Tx } from '../db/transaction';
import { conditionSql } from './condition-sql';

const LEAST_BUYERS = 500;
const LEAST_DAYS = 180;

interface Shop {
  readonly currency: string;
  readonly cells: readonly BuyerCell[];
  readonly spanDays: number;
}

export async function listReadySegments(actor: Actor): Promise<Result<ReadySegments>> {
  const { currency, cells, spanDays } = await inWorkspace(actor.workspaceId, (tx) => loadShop(tx, actor));
  const buyers = cells.reduce((sum, { people }) => sum + people, 0);
  const bounds = rfmBounds(cells);
  const isEnough = buyers >= LEAST_BUYERS && spanDays >= LEAST_DAYS;
  const segments = [...readySegments(cells, bounds), ...(await channelSegments(actor))];
  return ok({ buyers, spanDays, isEnough, currency, grid: gridOf(cells, bounds), segments });
}

/** One pass over the customers counts all of them. */
async function channelSegments({ workspaceId }: Actor): Promise<ReadySegments['segments']> {
  // None of these asks for a day, so any clock will do.
  const selection = { workspaceId, now: now().getTime(), timeZone: 'UTC' };
  const counts = channelKeys.map(
    (key) =>
      sql`count(*) filter (where ${conditionSql(channelConditions[key], selection)}) as ${sql.identifier(key)}`,
  );
  const [found = {}] = await inWorkspace(workspaceId, (tx) =>
    rows<Record<string, number>>(
      tx,
      sql`select ${sql.join(counts, sql`, `)} from customers c where c.workspace_id = ${workspaceId}`,
    ),
  );
  return channelKeys.map((key) => ({
    ...{ family: 'channel', key, condition: channelConditions[key] },
    ...{ people: found[key] ?? 0, revenue: null },
  }));
}

async function loadShop(tx: Tx, { workspaceId }: Actor): Promise<Shop> {
  const at = now();
  const whole = sql`floor(extract(epoch from (${at}::timestamptz - last)) / 86400)`;
  const spent = sql`
    case when jsonb_typeof(e.properties -> 'total') = 'number'
      and coalesce(e.properties ->> 'currency', w.currency) = w.currency
    then (e.properties ->> 'total')::numeric else 0 end`;
  const found = await rows<BuyerCell & { first: Date }>(
    tx,
    sql`
      select least(${LONGEST_DAYS}, greatest(0, ${whole}))::int as days, orders, count(*) as people,
        sum(revenue)::float8 as revenue, min(first) as first
      from (
        select e.customer_id, count(*) as orders, max(e.occurred_at) as last, min(e.occurred_at) as first,
          sum(${spent}) as revenue
        from events e join workspaces w on w.workspace_id = e.workspace_id
        where e.workspace_id = ${workspaceId} and e.name = ${ORDER} and e.type <> 'signal'
        group by e.customer_id
      ) buyers
      group by 1, 2`,
  );
  const [workspace] = await rows<{ currency: string }>(
    tx,
    sql`select currency from workspaces where workspace_id = ${workspaceId}`,
  );
  const first = Math.min(at.getTime(), ...found.map((row) => row.first.getTime()));
  const spanDays = Math.floor((at.getTime() - first) / 86_400_000);
  return { currency: workspace?.currency ?? '', cells: found, spanDays };
}

function gridOf(cells: readonly BuyerCell[], bounds: Bounds): RfmCell[] {
  const scored = cells.map((cell) => ({
    ...cell,
    recency: recencyScore(bounds, cell.days),
    frequency: frequencyScore(bounds, cell.orders),
  }));
  const pairs = scores.flatMap((recency) => scores.map((frequency) => [recency, frequency] as const));
  return pairs.map(([recency, frequency]) => {
    const of = scored.filter((cell) => cell.recency === recency && cell.frequency === frequency);
    const only = (score: Score) => [score, score] as const;
    return {
      recency,
      frequency,
      group: rfmGroup(recency, frequency),
      people: of.reduce((sum, { people }) => sum + people, 0),
      revenue: of.reduce((sum, { revenue }) => sum + revenue, 0),
      condition: of.length === 0 ? null : rfmCondition(bounds, only(recency), only(frequency)),
    };
  });
}
