// Notes from which event on a lane is worked by which revision of the rules, so that the reason trail can say later why
// an event let nobody in. One small statement when a lane meets a revision for the first time, nothing afterwards.
import { sql } from 'drizzle-orm';
import type { Id } from '@/lib/core/id';
import { rows, type Tx } from '../db/transaction';

interface Work {
  readonly workspaceId: Id<'wsp'>;
  /** The revision of the rules this batch runs on. */
  readonly rulesRevision: number;
  readonly lanes: readonly { readonly lane: number; readonly cursor: number }[];
}

/** Revision by workspace and lane, as far as it is known to be committed. */
const noted = new Map<string, number>();

/** To be called in the batch's transaction, before its cursors move. */
export async function noteRevision(tx: Tx, { workspaceId, rulesRevision, lanes }: Work): Promise<void> {
  const placeOf = (lane: number) => `${workspaceId}/${lane}`;
  const open = lanes.filter(({ lane }) => noted.get(placeOf(lane)) !== rulesRevision);
  if (open.length === 0) return;
  const written = await rows<{ lane: number }>(
    tx,
    sql`
      insert into lane_revisions (workspace_id, lane, after_seq, revision)
      select ${workspaceId}, l.lane, l.cursor, ${rulesRevision}
      from json_to_recordset(${JSON.stringify(open)}::json) as l (lane smallint, cursor bigint)
      on conflict (workspace_id, lane, revision) do nothing
      returning lane`,
  );
  // What was written now may still be rolled back; only what stood there before is there for good.
  const fresh = new Set(written.map(({ lane }) => lane));
  for (const { lane } of open) if (!fresh.has(lane)) noted.set(placeOf(lane), rulesRevision);
}
