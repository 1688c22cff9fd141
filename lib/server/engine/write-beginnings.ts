// Writes the passages that began in a batch, each with its trail: most of what the engine writes at all.
import { type SQL, sql } from 'drizzle-orm';
import type { Enrollment } from '@/lib/core/engine/enrollment';
import type { Beginning } from '@/lib/core/engine/moments';
import { laneOf } from '@/lib/core/hash';
import type { Id } from '@/lib/core/id';
import { arrayLiteral } from '../db/array-literal';
import type { Tx } from '../db/transaction';
import { failureCode } from '../ingest/database-failure';
import { instant } from './write-batch';

const UNIQUE_VIOLATION = '23505';

type Beginnings = readonly (Omit<Beginning, 'place'> & { readonly momentSeq: number })[];

/**
 * Passages that began in the batch. Hardly ever has one begun before (the same occasion, come twice), and asking for each
 * costs as much as another index: only where the database finds one is the whole batch written with that in mind.
 */
export async function writeBeginnings(tx: Tx, workspaceId: Id<'wsp'>, beginnings: Beginnings): Promise<void> {
  if (beginnings.length === 0) return;
  try {
    await tx.transaction((attempt) => attempt.execute(insertBeginnings(workspaceId, beginnings)));
  } catch (error) {
    if (failureCode(error) !== UNIQUE_VIOLATION) throw error;
    await tx.execute(sql`${insertBeginnings(workspaceId, beginnings)}
      on conflict (workspace_id, id) do update set
        status = excluded.status, node_id = excluded.node_id, visits = excluded.visits, saved = excluded.saved,
        arrived_at = excluded.arrived_at, converted_at = excluded.converted_at,
        wake_at = excluded.wake_at, ended_at = excluded.ended_at, end_reason = excluded.end_reason`);
  }
}

/** Column by column: of a row this wide that is a quarter cheaper than as an object. */
function insertBeginnings(workspaceId: Id<'wsp'>, beginnings: Beginnings): SQL {
  const all = (pick: (enrollment: Enrollment) => string | number | null) =>
    arrayLiteral(beginnings.map(({ enrollment }) => pick(enrollment)));
  const json = <Value>(pick: (beginning: Beginnings[number]) => Value) =>
    sql`json_array_elements(${JSON.stringify(beginnings.map(pick))}::json)`;
  return sql`
    insert into enrollments (workspace_id, id, journey_id, version, trail_version, customer_id, lane, key, status, node_id,
      visits, trigger, saved, trail, entered_at, arrived_at, converted_at, wake_at, ended_at, end_reason, moment_seq)
    select ${workspaceId}, x.id, x.journey, x.version, x.version, x.customer, x.lane, x.key, x.status, x.node,
      x.visits, x.trigger::jsonb, x.saved::jsonb, x.trail::jsonb, ${instant('enteredAt')}, ${instant('arrivedAt')},
      ${instant('convertedAt')}, ${instant('wakeAt')}, ${instant('endedAt')}, x."endReason", x."momentSeq"
    from rows from (
      unnest(${all(({ id }) => id)}::text[]), unnest(${all(({ journeyId }) => journeyId)}::text[]),
      unnest(${all(({ version }) => version)}::int[]), unnest(${all(({ customerId }) => customerId)}::text[]),
      unnest(${all(({ customerId }) => laneOf(customerId))}::smallint[]), unnest(${all(({ key }) => key)}::text[]),
      unnest(${all(({ status }) => status)}::text[]), unnest(${all(({ nodeId }) => nodeId)}::text[]),
      unnest(${all(({ visits }) => visits)}::int[]), unnest(${all(({ enteredAt }) => enteredAt)}::float8[]),
      unnest(${all(({ arrivedAt }) => arrivedAt)}::float8[]), unnest(${all(({ convertedAt }) => convertedAt)}::float8[]),
      unnest(${all(({ wakeAt }) => wakeAt)}::float8[]), unnest(${all(({ endedAt }) => endedAt)}::float8[]),
      unnest(${all(({ endReason }) => endReason)}::text[]), unnest(${all(({ saved }) => JSON.stringify(saved))}::text[]),
      unnest(${arrayLiteral(beginnings.map(({ momentSeq }) => momentSeq))}::bigint[]),
      ${json(({ enrollment }) => enrollment.trigger)}, ${json(({ trail }) => trail)}
    ) as x (id, journey, version, customer, lane, key, status, node, visits, "enteredAt", "arrivedAt", "convertedAt",
      "wakeAt", "endedAt", "endReason", saved, "momentSeq", trigger, trail)`;
}
