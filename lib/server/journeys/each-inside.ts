// Everybody inside a journey, in portions, so that six hundred thousand people fit into no more memory than two thousand.
import { type SQL, sql } from 'drizzle-orm';
import type { Enrollment, Trigger } from '@/lib/core/engine/enrollment';
import { parseProgram } from '@/lib/core/engine/parse-program';
import type { Program } from '@/lib/core/engine/program';
import type { Inside } from '@/lib/core/journey/plan-moves';
import type { JsonObject } from '@/lib/core/json';
import { rows, type Tx } from '../db/transaction';
import type { LockedJourney } from './lock-journey';

const PORTION = 2_000;

/** Reads a query through a cursor of this transaction; what the work writes meanwhile does not change what is read. */
export async function eachPortion<Row>(
  tx: Tx,
  query: SQL,
  work: (portion: Row[]) => Promise<void>,
): Promise<void> {
  await tx.execute(sql`declare portions no scroll cursor for ${query}`);
  for (;;) {
    const portion = await rows<Row>(tx, sql`fetch ${sql.raw(String(PORTION))} from portions`);
    if (portion.length === 0) break;
    await work(portion);
  }
  await tx.execute(sql`close portions`);
}

type Instants = 'enteredAt' | 'arrivedAt' | 'wakeAt' | 'convertedAt';

interface Row extends Omit<Enrollment, Instants | 'endedAt' | 'endReason' | 'trigger'> {
  enteredAt: Date;
  arrivedAt: Date;
  wakeAt: Date | null;
  convertedAt: Date | null;
  trigger: Trigger;
  attributes: JsonObject;
}

export function eachInside(
  tx: Tx,
  { workspaceId, id }: Pick<LockedJourney, 'workspaceId' | 'id'>,
  work: (insides: Inside[]) => Promise<void>,
): Promise<void> {
  const query = sql`
    select n.id, n.journey_id as "journeyId", n.version, n.customer_id as "customerId", n.key, n.status,
      n.node_id as "nodeId", n.visits, n.trigger, n.saved, n.entered_at as "enteredAt", n.arrived_at as "arrivedAt",
      n.wake_at as "wakeAt", n.converted_at as "convertedAt", c.attributes
    from enrollments n join customers c on c.workspace_id = n.workspace_id and c.id = n.customer_id
    where n.workspace_id = ${workspaceId} and n.journey_id = ${id} and n.status = 'waiting'`;
  return eachPortion<Row>(tx, query, (portion) => work(portion.map(insideOf)));
}

function insideOf({ attributes, ...row }: Row): Inside {
  const enrollment = {
    ...row,
    enteredAt: row.enteredAt.getTime(),
    arrivedAt: row.arrivedAt.getTime(),
    wakeAt: row.wakeAt?.getTime() ?? null,
    convertedAt: row.convertedAt?.getTime() ?? null,
    endedAt: null,
    endReason: null,
  };
  return { enrollment, attributes };
}

/** The programs of all versions that somebody is in, as far as they can still be read. */
export async function programsInside(
  tx: Tx,
  { workspaceId, id }: Pick<LockedJourney, 'workspaceId' | 'id'>,
): Promise<Map<number, Program>> {
  const stored = await rows<{ version: number; program: unknown }>(
    tx,
    sql`
      select version, program from journey_versions v
      where workspace_id = ${workspaceId} and journey_id = ${id} and exists (
        select from enrollments n where n.workspace_id = v.workspace_id and n.journey_id = v.journey_id
          and n.version = v.version and n.status = 'waiting')`,
  );
  const programs = stored.map(({ version, program }) => [version, parseProgram(program)] as const);
  return new Map(programs.filter((entry): entry is [number, Program] => entry[1] !== null));
}
