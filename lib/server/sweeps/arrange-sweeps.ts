// What becomes of appointments and walks when a journey's state or version changes: what an unchanged trigger has made
// stays, everything else is made anew or taken away. Part of the transaction of the change.
import { sql } from 'drizzle-orm';
import type { JourneyState } from '@/lib/core/api/journey';
import { parseProgram } from '@/lib/core/engine/parse-program';
import type { NodeId, Step } from '@/lib/core/engine/program';
import { firstSweep, type Sweep, timedSteps } from '@/lib/core/engine/sweep';
import type { Id } from '@/lib/core/id';
import { now } from '../clock';
import { rows, type Tx } from '../db/transaction';
import { newId } from '../new-id';

interface Standing {
  readonly workspaceId: Id<'wsp'>;
  readonly id: Id<'jrn'>;
  readonly state: JourneyState;
  readonly liveVersion: number | null;
}

type Change = Pick<Standing, 'state' | 'liveVersion'>;

/** @param journey as it stood before the change */
export async function arrangeSweeps(tx: Tx, journey: Standing, change: Change): Promise<void> {
  if (change.state === 'archived') return forget(tx, journey, []);
  if (change.state !== 'live' || change.liveVersion === null) return;
  const before = await timedOf(tx, journey, journey.liveVersion);
  const after = await timedOf(tx, journey, change.liveVersion);
  if (before.size === 0 && after.size === 0) return;
  const isResumed = journey.state === 'paused';
  // Nobody has watched the customers' dates in the meantime.
  const isKept = ([id, step]: [NodeId, Step]) =>
    isSame(step, before.get(id)) && !(isResumed && step.type === 'date-trigger');
  const kept = [...after].filter(isKept);
  await forget(
    tx,
    journey,
    kept.map(([id]) => id),
  );
  await carryOver(tx, journey, change.liveVersion);
  if (isResumed) await missAppointments(tx, journey);
  const fresh = [...after].filter((one) => !isKept(one));
  await start(tx, journey, change.liveVersion, fresh);
}

const isSame = (one: Step, other: Step | undefined) =>
  one.type === other?.type && JSON.stringify(one.data) === JSON.stringify(other.data);

async function timedOf(
  tx: Tx,
  { workspaceId, id }: Standing,
  version: number | null,
): Promise<ReadonlyMap<NodeId, Step>> {
  const [stored] = await rows<{ program: unknown }>(
    tx,
    sql`
      select program from journey_versions
      where workspace_id = ${workspaceId} and journey_id = ${id} and version = ${version}`,
  );
  const program = stored && parseProgram(stored.program);
  return new Map(program ? timedSteps(program) : []);
}

/** Takes away what triggers have made that are no more, or that are not as they were. */
async function forget(tx: Tx, { workspaceId, id }: Standing, kept: readonly NodeId[]): Promise<void> {
  const isOther = sql`workspace_id = ${workspaceId} and journey_id = ${id} and node_id <> all (${sql.param([...kept])}::text[])`;
  await tx.execute(sql`delete from appointments where ${isOther}`);
  await tx.execute(sql`delete from sweeps where ${isOther}`);
}

/** Walks of unchanged triggers go on under the version that is live now. */
async function carryOver(tx: Tx, { workspaceId, id }: Standing, version: number): Promise<void> {
  await tx.execute(sql`
    update sweeps set version = ${version}
    where workspace_id = ${workspaceId} and journey_id = ${id} and version <> ${version}`);
}

/** While a journey is paused nobody enters it: what was due meanwhile is over. */
async function missAppointments(tx: Tx, { workspaceId, id }: Standing): Promise<void> {
  await tx.execute(sql`
    delete from appointments where workspace_id = ${workspaceId} and journey_id = ${id} and due_at <= ${now()}`);
}

async function start(
  tx: Tx,
  { workspaceId, id }: Standing,
  version: number,
  steps: readonly [NodeId, Step][],
): Promise<void> {
  const [workspace] = await rows<{ timeZone: string }>(
    tx,
    sql`select time_zone as "timeZone" from workspaces where workspace_id = ${workspaceId}`,
  );
  const sweeps = steps.flatMap(([nodeId, step]) => {
    const sweep = firstSweep(step, workspace?.timeZone ?? 'UTC', now().getTime());
    return sweep === null ? [] : [{ ...sweep, nodeId }];
  });
  await writeSweeps(tx, { workspaceId, journeyId: id, version }, sweeps);
}

interface Place {
  readonly workspaceId: Id<'wsp'>;
  readonly journeyId: Id<'jrn'>;
  readonly version: number;
}

/** A walk that is there already begins anew. */
export async function writeSweeps(
  tx: Tx,
  { workspaceId, journeyId, version }: Place,
  sweeps: readonly (Sweep & { readonly nodeId: NodeId })[],
): Promise<void> {
  if (sweeps.length === 0) return;
  const given = sweeps.map(({ nodeId, occasion, startsAt }) => {
    return { id: newId('swp'), nodeId, occasion, startsAt: new Date(startsAt).toISOString() };
  });
  await tx.execute(sql`
    insert into sweeps (workspace_id, id, journey_id, version, node_id, occasion, starts_at)
    select ${workspaceId}, x.id, ${journeyId}, ${version}, x."nodeId", x.occasion, x."startsAt"
    from json_to_recordset(${JSON.stringify(given)}::json) as x (
      id text, "nodeId" text, occasion text, "startsAt" timestamptz)
    on conflict (workspace_id, journey_id, version, node_id, occasion) do update set
      starts_at = excluded.starts_at, cursor = '', ended_at = null`);
}
