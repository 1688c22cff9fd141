// What a change in the catalogue means to those who ask about it. A segment that mentions the product finds out anew who is in it,
// in the background; whoever waits in a journey is queued to be looked at again. Only where the change turns an answer.
import { sql } from 'drizzle-orm';
import { productTells } from '@/drizzle/schema';
import { type Condition, RuleFilter } from '@/lib/core/condition/condition';
import { isAsked, productKey } from '@/lib/core/condition/record-keys';
import type { Id } from '@/lib/core/id';
import type { Product } from '@/lib/core/products/complete-product';
import { doesProductTurn } from '@/lib/core/products/product-turns';
import { now } from '../clock';
import { rows, type Tx } from '../db/transaction';
import { newId } from '../new-id';
import { startFill } from '../segments/start-fill';
import { watchRecords } from '../signals/watch-records';

type Workspace = Id<'wsp'>;

export interface ProductStep {
  readonly sku: string;
  /** Null where there was, or is, no such product. */
  readonly before: Product | null;
  readonly after: Product | null;
}

interface Asking {
  readonly condition: Condition;
  /** Null for a segment; else of the rule, and of the node where it waits, null for any. */
  readonly segmentId: Id<'seg'> | null;
  readonly journeyId: Id<'jrn'> | null;
  readonly version: number | null;
  readonly nodeId: Id<'nod'> | null;
}

/** Whose answer has turned, and by which product: one of them is enough to look at all of it again. */
interface Turned extends Omit<Asking, 'condition'> {
  readonly record: string;
}

/** The keys of products that somebody asks about. Before any other lock but the catalogue's own. */
export function watchProducts(tx: Tx, workspaceId: Workspace): Promise<ReadonlySet<string>> {
  return watchRecords(tx, workspaceId, (key) => key.startsWith('product'));
}

/** @param watched what `watchProducts` has answered */
export async function tellProducts(
  tx: Tx,
  workspaceId: Workspace,
  watched: ReadonlySet<string>,
  steps: readonly ProductStep[],
): Promise<void> {
  const asked = steps.filter(({ sku }) => isAsked(watched, productKey(sku)));
  if (asked.length === 0) return;
  const turned = (await readAsking(tx, workspaceId)).flatMap(({ condition, ...where }): Turned[] => {
    const cause = asked.find(({ sku, before, after }) => doesProductTurn(condition, sku, before, after));
    return cause ? [{ ...where, record: productKey(cause.sku) }] : [];
  });
  for (const { segmentId } of turned) if (segmentId !== null) await startFill(tx, workspaceId, segmentId);
  await queueTells(tx, workspaceId, turned);
}

async function readAsking(tx: Tx, workspaceId: Workspace): Promise<Asking[]> {
  const path = sql`'$.**.type ? (@ == "product")'`;
  const stored = await rows<Omit<Asking, 'condition'> & { condition: unknown }>(
    tx,
    sql`
      select condition, id as "segmentId", null as "journeyId", null::int as version, null as "nodeId" from segments
      where workspace_id = ${workspaceId} and archived_at is null and jsonb_path_exists(condition, ${path})
      union all
      select filter, null, journey_id, version, node_id from trigger_rules
      where workspace_id = ${workspaceId} and "on" = 'change' and jsonb_path_exists(filter, ${path})
      order by 2`,
  );
  return stored.flatMap(({ condition, ...where }) => {
    const parsed = RuleFilter.safeParse(condition);
    return parsed.success ? [{ ...where, condition: parsed.data }] : [];
  });
}

/** One row for each product by which they are told, however many wait: they are found and told by the engine, in portions. */
async function queueTells(tx: Tx, workspaceId: Workspace, turned: readonly Turned[]): Promise<void> {
  const waiting = turned.filter(({ journeyId }) => journeyId !== null);
  const tells = [...new Set(waiting.map(({ record }) => record))].map((record) => ({
    ...{ workspaceId, id: newId('tel'), record, createdAt: now() },
    rules: waiting
      .filter((rule) => rule.record === record)
      .map(({ journeyId, version, nodeId }) => ({ journeyId, version, nodeId })),
  }));
  if (tells.length > 0) await tx.insert(productTells).values(tells);
}
