// What the engine stored about events at triggers: who entered by them, and who was refused.
import { sql } from 'drizzle-orm';
import { enrollmentIdOf } from '@/lib/core/engine/new-enrollment';
import type { ReasonCode } from '@/lib/core/engine/reason';
import type { Id } from '@/lib/core/id';
import type { JsonObject } from '@/lib/core/json';
import type { Actor } from '../actor';
import { rows, type Tx } from '../db/transaction';
import type { OccasionRow } from './occasion-rows';

export interface StoredOutcome {
  readonly code: ReasonCode;
  readonly inputs: JsonObject;
  readonly enrollmentId: Id<'enr'> | null;
}

/** An event at the trigger it was judged by. */
export interface Judged {
  readonly event: OccasionRow;
  readonly nodeId: Id<'nod'>;
}

interface Refused {
  readonly customerId: Id<'cus'>;
  readonly journeyId: Id<'jrn'>;
  readonly nodeId: Id<'nod'>;
  readonly code: ReasonCode;
  readonly inputs: JsonObject;
  readonly at: Date;
}

const placeOf = (who: string, journey: string, node: string, name: string, at: Date) =>
  `${who} ${journey} ${node} ${at.getTime()} ${name}`;

/**
 * One outcome for each event at a trigger, null where nothing is stored. An enrollment's id follows from the event that
 * began it. A refusal names its event by name and instant; of several alike, each stands for one, in order.
 *
 * @param couldPass whether the event could have passed the filter: where several events are alike, only such a one was
 *   refused
 */
export async function storedOutcomes(
  tx: Tx,
  actor: Actor,
  judged: readonly Judged[],
  couldPass: (judged: Judged) => boolean,
): Promise<(StoredOutcome | null)[]> {
  const entered = await whoEntered(tx, actor, judged);
  const refusals = await whoWasRefused(tx, actor, judged);
  const outcomes = new Map<Judged, StoredOutcome>();
  for (const [one, enrollmentId] of entered) outcomes.set(one, { code: 'entered', inputs: {}, enrollmentId });
  for (const [place, alike] of byPlace(judged.filter((one) => !entered.has(one)))) {
    const stored = refusals.get(place) ?? [];
    const refused = stored.length < alike.length ? alike.filter(couldPass) : alike;
    for (const [index, { code, inputs }] of stored.entries()) {
      const one = refused[index];
      if (one) outcomes.set(one, { code, inputs, enrollmentId: null });
    }
  }
  return judged.map((one) => outcomes.get(one) ?? null);
}

/** In each place in the order in which the events were worked. */
function byPlace(judged: readonly Judged[]): Map<string, Judged[]> {
  const places = new Map<string, Judged[]>();
  for (const one of [...judged].sort((a, b) => a.event.seq - b.event.seq)) {
    const { customerId, journeyId, name, receivedAt } = one.event;
    const place = placeOf(customerId, journeyId, one.nodeId, name, receivedAt);
    places.set(place, [...(places.get(place) ?? []), one]);
  }
  return places;
}

async function whoEntered(
  tx: Tx,
  { workspaceId }: Actor,
  judged: readonly Judged[],
): Promise<Map<Judged, Id<'enr'>>> {
  const ids = judged.map(({ event, nodeId }) =>
    enrollmentIdOf(
      { journeyId: event.journeyId, nodeId },
      event.lane < 0 ? event.messageId : String(event.seq),
    ),
  );
  const found = await rows<{ id: Id<'enr'> }>(
    tx,
    sql`
      select n.id from unnest(${sql.param(ids)}::text[]) as i (id)
      join enrollments n on n.workspace_id = ${workspaceId} and n.id = i.id`,
  );
  const known = new Set(found.map(({ id }) => id));
  return new Map(
    judged.flatMap((one, index) => {
      const id = ids[index];
      return id !== undefined && known.has(id) ? [[one, id] as const] : [];
    }),
  );
}

/** `offset 0` keeps the lookups apart, so that each goes through the customer's own rows. */
async function whoWasRefused(
  tx: Tx,
  { workspaceId }: Actor,
  judged: readonly Judged[],
): Promise<Map<string, Refused[]>> {
  const asked = judged.map(({ event, nodeId }) => ({
    c: event.customerId,
    j: event.journeyId,
    n: nodeId,
    e: event.name,
    a: event.receivedAt,
  }));
  const found = await rows<Refused>(
    tx,
    sql`
      select w.c as "customerId", w.j as "journeyId", w.n as "nodeId", d.code, d.inputs, d.at
      from (
        select distinct c, j, n, e, a from json_to_recordset(${JSON.stringify(asked)}::json) as w (
          c text, j text, n text, e text, a timestamptz)) w
      cross join lateral (
        select * from decisions
        where workspace_id = ${workspaceId} and customer_id = w.c and journey_id = w.j and node_id = w.n
          and enrollment_id is null and at = w.a and inputs ->> 'event' = w.e
        offset 0) d
      order by d.seq`,
  );
  const refusals = new Map<string, Refused[]>();
  for (const refused of found) {
    const { customerId, journeyId, nodeId, inputs, at } = refused;
    const place = placeOf(customerId, journeyId, nodeId, String(inputs.event), at);
    refusals.set(place, [...(refusals.get(place) ?? []), refused]);
  }
  return refusals;
}
