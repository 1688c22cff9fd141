// The sides of a split, each with the name people know it by. What is not this workspace's is not there.
import { sql } from 'drizzle-orm';
import type { Id } from '@/lib/core/id';
import type { RetentionDefinition } from '@/lib/core/retention/definition';
import { rows, type Tx } from '../db/transaction';
import { isNewestPhase, phaseEntries } from '../experiments/phase-entries';
import type { RetentionGroup } from './retention-question';

export interface SplitSide {
  readonly id: string | null;
  readonly label: string;
  readonly group: RetentionGroup | null;
}

/** Everybody first, to compare with. */
export async function splitGroups(
  tx: Tx,
  workspaceId: Id<'wsp'>,
  { split }: RetentionDefinition,
): Promise<SplitSide[]> {
  const everybody = { id: null, label: '', group: null };
  if (split === null) return [everybody];
  if (split.by === 'experiment') return [everybody, ...(await arms(tx, workspaceId, split))];
  const table = sql.identifier(split.by === 'segment' ? 'segments' : 'journeys');
  const named = await rows<{ id: Id<'seg'> & Id<'jrn'>; name: string }>(
    tx,
    sql`select id, name from ${table} where workspace_id = ${workspaceId} and id = any (${sql.param(split.ids)}::text[])`,
  );
  const sides = named.map(({ id, name }): SplitSide => {
    const group = split.by === 'segment' ? { by: split.by, id, at: split.at } : { by: split.by, id };
    return { id, label: name, group };
  });
  return [everybody, ...sides];
}

/** By the names that the newest phase knows; an arm that was taken out since is called by its id. */
async function arms(
  tx: Tx,
  workspaceId: Id<'wsp'>,
  { id, arms: chosen }: { id: Id<'exp'>; arms: readonly string[] },
): Promise<SplitSide[]> {
  const [phase] = await phaseEntries(tx, workspaceId, sql`e.id = ${id} and ${isNewestPhase}`, 1);
  const found = await rows<{ arm: string }>(
    tx,
    sql`select distinct arm from exposures
      where workspace_id = ${workspaceId} and experiment_id = ${id} and exposed_at is not null
        and (${chosen.length === 0} or arm = any (${sql.param(chosen)}::text[]))
      order by arm limit 8`,
  );
  return found.map(({ arm }) => {
    const label = phase?.design.arms.find((one) => one.id === arm)?.name ?? arm;
    return { id: arm, label, group: { by: 'experiment', id, arm } };
  });
}
