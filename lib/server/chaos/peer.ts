// Another process takes over the sends of one that hangs, and what the one that hung does afterwards must change nothing.
import { sql } from 'drizzle-orm';
import { workspaces } from '@/drizzle/schema';
import type { Id } from '@/lib/core/id';
import { asSystem, inWorkspace, rows } from '../db/transaction';
import { runtime } from '../runtime';
import { freePort } from '../testing/free-port';
import { startProcess } from './server-process';
import type { Stand } from './stand';

const LOOK_MS = 30;

export interface Send {
  readonly status: string;
  readonly fence: number;
  readonly attempts: number;
  readonly message: string | null;
}

/** The one send of a passage, null before it is commanded. */
export async function findSend(workspaceId: Id<'wsp'>): Promise<Send | null> {
  const [found] = await inWorkspace(workspaceId, (tx) =>
    rows<Send>(
      tx,
      sql`
        select o.status, o.fence, o.attempts, m.status as message from outbox o
        left join messages m on m.workspace_id = o.workspace_id and m.outbox_id = o.id`,
    ),
  );
  return found ?? null;
}

/** A worker of its own, until nothing is due any more. @returns what it left of a send that somebody else had in hand */
export async function takeOver(stand: Stand, workspaceId: Id<'wsp'>): Promise<Send | null> {
  const env = stand.peerEnv();
  const held = await findSend(workspaceId);
  if (!env || !held || isOver(held)) return null;
  await asSystem((tx) => tx.update(workspaces).set({ clockOffsetMs: runtime().clockOffsetMs }));
  const peer = startProcess('worker', await freePort(), env);
  let left = held;
  while (!isOver(left)) {
    await new Promise((resolve) => setTimeout(resolve, LOOK_MS));
    left = (await findSend(workspaceId)) ?? left;
  }
  await peer.kill('SIGTERM');
  return held.fence > 0 ? left : null;
}

function isOver({ status }: Send): boolean {
  return status !== 'queued' && status !== 'started';
}
