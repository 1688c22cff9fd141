// What must hold after one broken passage: the invariants, one send with a known end, and nothing left locked.
import { sql } from 'drizzle-orm';
import type { Id } from '@/lib/core/id';
import { asSystem, inWorkspace, rows } from '../db/transaction';
import { runtime } from '../runtime';
import type { Break } from './breaker';
import type { ClientLog } from './client';
import { violations } from './invariants';
import type { Kind } from './passage';
import { noRareStates, type RareStates } from './rare-states';

export interface Lived {
  readonly log: ClientLog;
  readonly mails: ReadonlyMap<string, number>;
  readonly kind: Kind;
  /** Every break with the points that were passed before it. */
  readonly fired: readonly { readonly broken: Break; readonly before: readonly string[] }[];
}

interface Ends {
  readonly done: number;
  readonly unknown: number;
  readonly dead: number;
  readonly other: number;
  readonly leased: number;
  readonly stolen: number;
  readonly parked: number;
}

export async function judgePassage(
  workspaceId: Id<'wsp'>,
  lived: Lived,
): Promise<{ violations: string[]; states: RareStates }> {
  const isExplained = lived.fired.some(mayHaveCalled);
  const { log, mails } = lived;
  const found = await violations(workspaceId, { log, mails, mostUnknown: isExplained ? 1 : 0 });
  const ends = await readEnds(workspaceId);
  const { done, unknown, dead, parked, stolen } = ends;
  const { kind } = lived;
  const isEnded = kind === 'nobody' ? dead + unknown === 1 && mails.size === 0 : done + unknown === 1;
  if (!isEnded || ends.other > 0 || parked !== (kind === 'poisoned' ? 1 : 0))
    found.push(`I6 not what was to come of it: ${JSON.stringify(ends)}`);
  if (ends.leased > 0) found.push(`I10 ${ends.leased} leases are left`);
  found.push(...(await lockViolations()));
  const repliesLost = lived.fired.filter(isReplyLost).length;
  const states = { ...noRareStates, repliesLost, unknownSends: unknown, deadLetters: dead };
  return { violations: found, states: { ...states, leasesStolen: stolen, eventsParked: parked } };
}

/** Whether a break fell where a provider may have been called without anybody knowing. */
function mayHaveCalled({ broken, before }: Lived['fired'][number]): boolean {
  if (!before.includes('sender.start')) return broken.point === 'sender.start' && broken.way !== 'throw';
  return broken.point !== 'sender.start' || broken.way !== 'throw';
}

function isReplyLost({ broken }: Lived['fired'][number]): boolean {
  const isWritten =
    broken.point.endsWith('.commit') || ['sender.start', 'sender.finish'].includes(broken.point);
  return broken.way === 'lost' && isWritten;
}

async function readEnds(workspaceId: Id<'wsp'>): Promise<Ends> {
  const [ends] = await inWorkspace(workspaceId, (tx) =>
    rows<Ends>(
      tx,
      sql`
        select count(*) filter (where status = 'done')::int as done,
          count(*) filter (where status = 'unknown')::int as unknown,
          count(*) filter (where status = 'dead')::int as dead,
          count(*) filter (where status not in ('done', 'unknown', 'dead'))::int as other,
          count(lease_until)::int as leased,
          count(*) filter (where fence > greatest(attempts, 1))::int as stolen,
          (select count(*)::int from parked_events) as parked
        from outbox`,
    ),
  );
  if (!ends) throw new Error('A count has one row');
  return ends;
}

async function lockViolations(): Promise<string[]> {
  const { pool } = runtime();
  const held = pool.totalCount - pool.idleCount;
  const [locks] = await asSystem((tx) =>
    rows<{ advisory: number; inside: number }>(
      tx,
      sql`
        select (
          select count(*)::int from pg_locks l join pg_database d on d.oid = l.database
          where d.datname = current_database() and l.locktype = 'advisory'
        ) as advisory, (
          select count(*)::int from pg_stat_activity
          where datname = current_database() and state like 'idle in transaction%'
        ) as inside`,
    ),
  );
  return [
    ...(held > 0 ? [`I10 ${held} connections are not given back`] : []),
    ...(locks && locks.advisory > 0 ? [`I10 ${locks.advisory} advisory locks are left`] : []),
    ...(locks && locks.inside > 0 ? [`I10 ${locks.inside} transactions are left open`] : []),
  ];
}
