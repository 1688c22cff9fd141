// What a segment's members are like.
import { type SQL, sql } from 'drizzle-orm';
import type { SegmentRef } from '@/lib/core/api/segment';
import type { SegmentPersona } from '@/lib/core/api/segment-charts';
import { OUTCOMES } from '@/lib/core/condition/record-test';
import type { JsonObject } from '@/lib/core/json';
import { ok, type Result } from '@/lib/core/result';
import { seenPaths } from '@/lib/core/seen/seen-paths';
import { ORDER } from '@/lib/core/segment/ready-segments';
import type { Actor } from '../actor';
import { now } from '../clock';
import { inWorkspace, rows, type Tx } from '../db/transaction';
import { refusal } from '../refusal';
import { lookedAtSql, RECENT_DAYS } from './looked-at';
import { namedSegments } from './named-segments';

const RECENT_MS = RECENT_DAYS * 86_400_000;
const SENT: readonly string[] = OUTCOMES.sent;
const MOST_ATTRIBUTES = 12;
const MOST_PRODUCTS = 10;

interface Looked {
  readonly tx: Tx;
  readonly workspaceId: Actor['workspaceId'];
  /** Ids of those looked at. */
  readonly members: SQL;
  readonly since: Date;
}

export function segmentPersona({ workspaceId }: Actor, { id }: SegmentRef): Promise<Result<SegmentPersona>> {
  return inWorkspace(workspaceId, async (tx) => {
    const [segment] = (await namedSegments(tx, workspaceId, [id])) ?? [];
    if (!segment) return refusal('not-found');
    const found = await rows<{ id: string; attributes: JsonObject }>(
      tx,
      sql`
        select c.id, c.attributes from (${lookedAtSql(workspaceId, id)}) m
        join customers c on c.workspace_id = ${workspaceId} and c.id = m.customer_id`,
    );
    const members = sql`(${sql.param(found.map((row) => row.id))}::text[])`;
    const looked = { tx, workspaceId, members, since: new Date(now().getTime() - RECENT_MS) };
    const attributes = seenPaths(found.map((row) => row.attributes)).filter(isTelling);
    return ok({
      size: segment.size,
      lookedAt: found.length,
      attributes: attributes.slice(0, MOST_ATTRIBUTES),
      ...(await boughtBy(looked)),
      products: await productsOf(looked),
      channels: await channelsOf(looked),
      ...(await timesOf(looked)),
    });
  });
}

/** Names and addresses are different for everybody; what is told of a group is what many share. */
function isTelling({ count, values }: SegmentPersona['attributes'][number]): boolean {
  const [common] = values;
  return common !== undefined && (count <= 2 || common.count > 1) && common.count >= count / 50;
}

async function boughtBy({ tx, workspaceId, members }: Looked): Promise<{ buyers: number; orders: number }> {
  const [bought] = await rows<{ buyers: number; orders: number }>(
    tx,
    sql`
      select count(distinct customer_id) as buyers, count(*) as orders from events
      where workspace_id = ${workspaceId} and name = ${ORDER} and type <> 'signal' and customer_id = any ${members}`,
  );
  return bought ?? { buyers: 0, orders: 0 };
}

function productsOf({ tx, workspaceId, members }: Looked): Promise<SegmentPersona['products']> {
  return rows(
    tx,
    sql`
      select b.sku, max(coalesce(p.name, b.name, b.sku)) as name, count(distinct b.customer_id) as people
      from (
        select e.customer_id, coalesce(i ->> 'sku', i ->> 'product_id') as sku, i ->> 'name' as name
        from events e, jsonb_array_elements(
          case jsonb_typeof(e.properties -> 'products') when 'array' then e.properties -> 'products'
          else '[]'::jsonb end) i
        where e.workspace_id = ${workspaceId} and e.name = ${ORDER} and e.type <> 'signal'
          and e.customer_id = any ${members} and jsonb_typeof(i) = 'object'
      ) b
      left join products p on p.workspace_id = ${workspaceId} and p.sku = b.sku
      where b.sku is not null
      group by b.sku order by people desc, b.sku limit ${MOST_PRODUCTS}`,
  );
}

function channelsOf({ tx, workspaceId, members, since }: Looked): Promise<SegmentPersona['channels']> {
  return rows(
    tx,
    sql`
      select k.channel,
        (select count(*) from (
          select distinct on (c.customer_id) c.state from consents c
          where c.workspace_id = ${workspaceId} and c.customer_id = any ${members} and c.channel = k.channel
          order by c.customer_id, c.at desc, c.id desc) newest
        where newest.state = 'opted-in') as consented,
        (select count(distinct m.customer_id) from messages m
          where m.workspace_id = ${workspaceId} and m.customer_id = any ${members} and m.channel = k.channel
            and m.status = any (${sql.param([...SENT])}::text[]) and m.created_at > ${since}) as reached
      from (values ('email'), ('sms')) as k (channel) order by k.channel`,
  );
}

async function timesOf({ tx, workspaceId, members, since }: Looked) {
  const found = await rows<{ hour: number; weekday: number; count: number }>(
    tx,
    sql`
      select extract(hour from local)::int as hour, extract(isodow from local)::int as weekday, count(*) as count
      from (
        select e.occurred_at at time zone w.time_zone as local
        from events e join workspaces w on w.workspace_id = e.workspace_id
        where e.workspace_id = ${workspaceId} and e.customer_id = any ${members} and e.type <> 'signal'
          and e.lane >= 0 and e.occurred_at >= ${since}
      ) moments
      group by 1, 2`,
  );
  const sum = (isMeant: (row: { hour: number; weekday: number }) => boolean) =>
    found.filter(isMeant).reduce((total, { count }) => total + count, 0);
  return {
    hours: Array.from({ length: 24 }, (_, hour) => sum((row) => row.hour === hour)),
    weekdays: Array.from({ length: 7 }, (_, index) => sum((row) => row.weekday === index + 1)),
  };
}
