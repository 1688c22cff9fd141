// Whether this installation does its work: the database answers, a worker lives, and events are not piling up unseen.
import { sql } from 'drizzle-orm';
import { now } from '../clock';
import { asSystem, rows } from '../db/transaction';
import { log } from '../log';

const BEAT_LIMIT_MS = 30_000;
const ANSWER_LIMIT_MS = 5_000;
/** Beyond this the exact number no longer matters, and counting would cost more than it tells. */
const MOST_COUNTED = 100_000;

export interface Readiness {
  readonly status: 'ready' | 'not-ready';
  /** Stable words for monitoring; empty when ready. */
  readonly reasons: readonly ('database-unreachable' | 'no-worker')[];
  /** Accepted events that no worker has looked at yet; null when nobody can tell. */
  readonly lag: number | null;
}

interface State {
  workspaces: number;
  beatAt: Date | null;
  lag: number;
}

export async function readiness(): Promise<Readiness> {
  const state = await Promise.race([readState(), afterLimit()]);
  if (!state) return { status: 'not-ready', reasons: ['database-unreachable'], lag: null };
  const { beatAt, lag } = state;
  const isAlive = beatAt !== null && now().getTime() - beatAt.getTime() <= BEAT_LIMIT_MS;
  // Before the first workspace there is nobody a worker could work for.
  if (isAlive || state.workspaces === 0) return { status: 'ready', reasons: [], lag };
  return { status: 'not-ready', reasons: ['no-worker'], lag };
}

async function readState(): Promise<State | null> {
  try {
    const [state] = await asSystem((tx) =>
      rows<State>(
        tx,
        sql`
          select (select count(*) from workspaces) as workspaces,
            (select max(beat_at) from worker_beats) as "beatAt",
            (select count(*) from (
              select from lanes l
              join events e on e.workspace_id = l.workspace_id and e.lane = l.lane and e.seq > l.cursor
              limit ${MOST_COUNTED}
            ) as waiting) as lag`,
      ),
    );
    return state ?? null;
  } catch (error) {
    log.warn({ error }, 'The database did not answer');
    return null;
  }
}

function afterLimit(): Promise<null> {
  return new Promise((resolve) => setTimeout(() => resolve(null), ANSWER_LIMIT_MS).unref());
}
