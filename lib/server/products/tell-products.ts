// What a change in the catalogue means to those who ask about it. A segment that mentions the product finds out anew who is in it,
// in the background; whoever waits in a journey is looked at again. Only where the change turns an answer.
import { sql } from 'drizzle-orm';
import { type Condition, RuleFilter } from '@/lib/core/condition/condition';
import { isAsked, productKey } from '@/lib/core/condition/record-keys';
import type { Id } from '@/lib/core/id';
import type { Product } from '@/lib/core/products/complete-product';
import { doesProductTurn } from '@/lib/core/products/product-turns';
import { rows, type Tx } from '../db/transaction';
import { startFill } from '../segments/start-fill';
import { tellRecords } from '../signals/tell-records';
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
  for (const { record, customerIds } of await waitingFor(tx, workspaceId, turned)) {
    await tellRecords(tx, workspaceId, [record], customerIds);
  }
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

/** Everybody once for each product by which they are told, however many products have turned. */
function waitingFor(
  tx: Tx,
  workspaceId: Workspace,
  turned: readonly Turned[],
): Promise<{ record: string; customerIds: Id<'cus'>[] }[]> {
  const rules = turned.filter(({ journeyId }) => journeyId !== null);
  if (rules.length === 0) return Promise.resolve([]);
  return rows(
    tx,
    sql`
      select r.record, array_agg(distinct n.customer_id) as "customerIds"
      from json_to_recordset(${JSON.stringify(rules)}::json)
        as r ("journeyId" text, version int, "nodeId" text, record text)
      join enrollments n on n.workspace_id = ${workspaceId} and n.journey_id = r."journeyId" and n.version = r.version
        and n.status = 'waiting' and (r."nodeId" is null or n.node_id = r."nodeId")
      group by r.record order by r.record`,
  );
}
