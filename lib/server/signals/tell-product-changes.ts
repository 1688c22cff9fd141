// Tells customers of changes in the catalogue that they waited for. Whom a change concerns is found in what customers did:
// one walk over the events of the window, in slices and in order of acceptance, for all open changes of a workspace at once.
// The place of the walk is kept with the changes, and a signal's id says what it is about: a worker that dies loses and
// repeats nothing.
import { sql } from 'drizzle-orm';
import type { Id } from '@/lib/core/id';
import { now } from '../clock';
import { asSystem, enterWorkspace, rows, type Tx } from '../db/transaction';
import { fault } from '../fault';
import { type Concerned, concernedCustomers } from './concerned-customers';
import { firstSeqSince } from './first-seq-since';
import { type Interest, liveInterests } from './live-interests';
import { type Signal, sendSignals } from './send-signals';

/** How many events one transaction looks at. */
const SLICE = 20_000;
/** How many changes share a walk. */
const MOST_CHANGES = 1_000;
const DAY_MS = 86_400_000;

/** True when there was something to do; false when no change is open. */
export function tellProductChanges(slice = SLICE): Promise<boolean> {
  return fault('changes.slice', () =>
    asSystem(async (tx) => {
      const claim = await claimChanges(tx);
      if (!claim) return false;
      await enterWorkspace(tx, claim.workspaceId);
      await workSlice(tx, claim, slice);
      return true;
    }),
  );
}

interface Claim {
  readonly workspaceId: Id<'wsp'>;
  readonly ids: readonly Id<'chg'>[];
  /** Up to which event the walk has come; null where it has not begun. */
  readonly place: number | null;
  readonly oldestAt: Date;
}

/** The changes that have waited longest, and those that share their walk. */
async function claimChanges(tx: Tx): Promise<Claim | null> {
  const claimed = await rows<{ workspaceId: Id<'wsp'>; id: Id<'chg'>; place: string | null; oldestAt: Date }>(
    tx,
    sql`
      with oldest as (
        select workspace_id, after->'walk' as walk from product_changes
        where handled_at is null order by at, id limit 1)
      select c.workspace_id as "workspaceId", c.id, c.after->>'walk' as place, c.at as "oldestAt"
      from product_changes c join oldest o on o.workspace_id = c.workspace_id
        and o.walk is not distinct from c.after->'walk'
      where c.handled_at is null
      order by c.at, c.id limit ${MOST_CHANGES} for update of c skip locked`,
  );
  const [first] = claimed;
  if (!first) return null;
  const { workspaceId, oldestAt, place } = first;
  return {
    workspaceId,
    oldestAt,
    place: place === null ? null : Number(place),
    ids: claimed.map(({ id }) => id),
  };
}

async function workSlice(tx: Tx, claim: Claim, limit: number): Promise<void> {
  const { workspaceId, ids: changeIds } = claim;
  const interests = await liveInterests(tx, workspaceId);
  if (interests.length === 0) return finish(tx, claim);
  const after = claim.place ?? (await startOf(tx, claim, interests));
  const asked = { changeIds, interests, after, limit };
  const slice = await fault('changes.match', () => concernedCustomers(tx, workspaceId, asked));
  const signals = slice.concerned.map(signalOf);
  await fault('changes.signals', () => sendSignals(tx, workspaceId, signals));
  if (slice.isLast) return finish(tx, claim);
  await tx.execute(sql`
    update product_changes set after = jsonb_set(after, '{walk}', to_jsonb(${slice.last}::bigint))
    where workspace_id = ${workspaceId} and id = any (${sql.param([...changeIds])}::text[])`);
}

/** A day earlier than the widest window: clocks and lag make times and numbers disagree a little. */
function startOf(tx: Tx, { workspaceId, oldestAt }: Claim, interests: readonly Interest[]): Promise<number> {
  const days = Math.max(...interests.map(({ withinDays }) => withinDays)) + 1;
  return firstSeqSince(tx, workspaceId, new Date(oldestAt.getTime() - days * DAY_MS));
}

async function finish(tx: Tx, { workspaceId, ids }: Claim): Promise<void> {
  await tx.execute(sql`
    update product_changes set handled_at = ${now()}, after = after - 'walk'
    where workspace_id = ${workspaceId} and id = any (${sql.param([...ids])}::text[])`);
}

/** It names the journey and the node, so that nobody is let in anywhere else by it. */
function signalOf({ changeId, kind, before, after, journeyId, nodeId, customerId }: Concerned): Signal {
  const { sku, name, category, price, stock, url } = after;
  const drop = before.price > 0 ? Math.floor(((before.price - price) / before.price) * 10_000) / 100 : 0;
  const product = { sku, name, category, price, stock, url };
  const was = { previous_price: before.price, drop_percent: Math.max(0, drop) };
  return {
    customerId,
    name: 'product-changed',
    properties: { kind, ...product, ...was, journey_id: journeyId, node_id: nodeId },
    messageId: `product-changed:${changeId}:${journeyId}:${nodeId}:${customerId}`,
  };
}
