// Who asks about what is written down of customers beside their events: consents, messages, passages, arms, products. Whoever
// writes such a thing asks here first, and tells the engine only of what a segment or a journey mentions.
import { sql } from 'drizzle-orm';
import { RuleFilter } from '@/lib/core/condition/condition';
import { recordKeys } from '@/lib/core/condition/record-keys';
import type { Id } from '@/lib/core/id';
import { rows, type Tx } from '../db/transaction';
import { fault } from '../fault';
import { lockWorkspace } from '../ingest/lock-workspace';

type Workspace = Id<'wsp'>;

interface Known {
  readonly revision: number;
  /** Every key that a segment, or a rule which waits for a change, mentions. */
  readonly keys: ReadonlySet<string>;
}

const cached = new Map<Workspace, Known>();

const lockName = (workspaceId: Workspace) => sql`hashtextextended(${`records ${workspaceId}`}, 0)`;

/**
 * Waits for everybody who is writing down such things, and keeps others from beginning: to be taken by whoever changes what
 * is asked about, before any other lock. So nobody writes without having heard of a new question.
 */
export async function lockRecords(tx: Tx, workspaceId: Workspace): Promise<void> {
  await tx.execute(sql`select pg_advisory_xact_lock(${lockName(workspaceId)})`);
}

/**
 * To be asked before any other lock is taken. Where somebody asks about any of it, the workspace is locked, as by whoever
 * writes events: the changes are told by signals.
 *
 * @param isMeant the keys of what this transaction may write down
 * @returns those of them that somebody asks about
 */
export async function watchRecords(
  tx: Tx,
  workspaceId: Workspace,
  isMeant: (key: string) => boolean,
): Promise<ReadonlySet<string>> {
  const { keys } = await fault('records.watch', () => knownKeys(tx, workspaceId));
  const watched = new Set([...keys].filter(isMeant));
  if (watched.size > 0) await lockWorkspace(tx, workspaceId);
  return watched;
}

async function knownKeys(tx: Tx, workspaceId: Workspace): Promise<Known> {
  await tx.execute(sql`select pg_advisory_xact_lock_shared(${lockName(workspaceId)})`);
  const [found] = await rows<{ revision: number }>(
    tx,
    sql`select rules_revision as revision from workspaces where workspace_id = ${workspaceId}`,
  );
  const revision = found?.revision ?? 0;
  const known = cached.get(workspaceId);
  if (known?.revision === revision) return known;
  const fresh = { revision, keys: await readKeys(tx, workspaceId) };
  cached.set(workspaceId, fresh);
  return fresh;
}

async function readKeys(tx: Tx, workspaceId: Workspace): Promise<ReadonlySet<string>> {
  const asking = sql`'$.**.type ? (@ == "consent" || @ == "journey" || @ == "message" || @ == "arm" || @ == "product")'`;
  const stored = await rows<{ condition: unknown }>(
    tx,
    sql`
      select condition from segments
      where workspace_id = ${workspaceId} and archived_at is null and jsonb_path_exists(condition, ${asking})
      union all
      select filter from trigger_rules
      where workspace_id = ${workspaceId} and "on" = 'change' and jsonb_path_exists(filter, ${asking})`,
  );
  return new Set(
    stored.flatMap(({ condition }) => {
      const parsed = RuleFilter.safeParse(condition);
      return parsed.success ? recordKeys(parsed.data) : [];
    }),
  );
}
