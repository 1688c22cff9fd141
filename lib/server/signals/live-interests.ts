// What live journeys want to hear of the catalogue: the catalogue triggers of the versions that enroll.
import { sql } from 'drizzle-orm';
import { z } from 'zod';
import type { Id } from '@/lib/core/id';
import { rows, type Tx } from '../db/transaction';

const TriggerData = z.object({
  kind: z.enum(['price-drop', 'back-in-stock', 'low-stock']),
  event: z.string(),
  path: z.array(z.string()).min(1),
  withinDays: z.number().min(1),
});

/** A trigger, and what shows that a customer is interested: an event with the SKU at the path, in the last days. */
export type Interest = z.infer<typeof TriggerData> & {
  readonly journeyId: Id<'jrn'>;
  readonly nodeId: Id<'nod'>;
};

export async function liveInterests(tx: Tx, workspaceId: Id<'wsp'>): Promise<Interest[]> {
  const found = await rows<{ journeyId: Id<'jrn'>; nodeId: Id<'nod'>; data: unknown }>(
    tx,
    sql`
      select j.id as "journeyId", n.node->>'id' as "nodeId", n.node->'data' as data
      from journeys j
      join journey_versions v on v.workspace_id = j.workspace_id and v.journey_id = j.id
        and v.version = j.live_version
      cross join lateral jsonb_array_elements(v.document->'nodes') as n (node)
      where j.workspace_id = ${workspaceId} and j.state = 'live' and n.node->>'type' = 'catalogue-trigger'`,
  );
  return found.flatMap(({ data, ...where }) => {
    const parsed = TriggerData.safeParse(data);
    return parsed.success ? [{ ...parsed.data, ...where }] : [];
  });
}
