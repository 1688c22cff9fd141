// Which segments customers were in. Of those the engine keeps, every stay is stored with its place in the customer's history.
// Of those whose members are named one by one, every coming and going is a signal in the customer's lane: whoever is in now
// has all of them undone.
import { sql } from 'drizzle-orm';
import type { Id } from '@/lib/core/id';
import { comparePlaces, type Place } from '@/lib/core/reason/place';
import type { Actor } from '../actor';
import { rows, type Tx } from '../db/transaction';

interface Change {
  readonly seq: number;
  readonly segmentId: string;
  readonly hasEntered: boolean;
}

interface Stay {
  readonly segmentId: string;
  readonly entered: Place;
  /** Null for who is still in. */
  readonly left: Place | null;
}

export interface PastSegments {
  readonly stays: readonly Stay[];
  /** Of those named one by one: who is in, and what was told in the order in which it came about. */
  readonly now: readonly string[];
  readonly changes: readonly Change[];
}

/** What an event itself has brought about holds for it. */
export function segmentsAt({ stays, now, changes }: PastSegments, place: Place): ReadonlySet<string> {
  const segments = new Set(now);
  for (const change of changes.toReversed()) {
    if (change.seq <= place.seq) break;
    if (change.hasEntered) segments.delete(change.segmentId);
    else segments.add(change.segmentId);
  }
  for (const { segmentId, entered, left } of stays) {
    const isOver = left !== null && comparePlaces(left, place) <= 0;
    if (comparePlaces(entered, place) <= 0 && !isOver) segments.add(segmentId);
  }
  return segments;
}

type Of<Row> = Row & { readonly customerId: Id<'cus'> };

export async function loadPastSegments(
  tx: Tx,
  { workspaceId }: Actor,
  customers: readonly Id<'cus'>[],
): Promise<Map<Id<'cus'>, PastSegments>> {
  const named = await loadNamed(tx, workspaceId, customers);
  const told = await loadTold(tx, workspaceId, customers);
  const stays = await loadStays(tx, workspaceId, customers);
  const own = <Row>(all: readonly Of<Row>[], id: Id<'cus'>) =>
    all.filter(({ customerId }) => customerId === id);
  return new Map(
    customers.map((id) => {
      const now = own(named, id).map(({ segmentId }) => segmentId);
      return [id, { now, changes: own(told, id), stays: own(stays, id) }];
    }),
  );
}

function loadNamed(tx: Tx, workspaceId: Id<'wsp'>, customers: readonly Id<'cus'>[]) {
  return rows<Of<{ segmentId: string }>>(
    tx,
    sql`
      select m.customer_id as "customerId", m.segment_id as "segmentId"
      from segment_members m
      join segments s on s.workspace_id = m.workspace_id and s.id = m.segment_id and s.condition is null
      where m.workspace_id = ${workspaceId} and m.customer_id = any (${sql.param([...customers])}::text[])`,
  );
}

function loadTold(tx: Tx, workspaceId: Id<'wsp'>, customers: readonly Id<'cus'>[]) {
  return rows<Of<Change>>(
    tx,
    sql`
      select e.customer_id as "customerId", e.seq, e.properties ->> 'segment_id' as "segmentId",
        e.name = 'segment-entered' as "hasEntered"
      from events e
      where e.workspace_id = ${workspaceId} and e.customer_id = any (${sql.param([...customers])}::text[])
        and e.type = 'signal' and e.name in ('segment-entered', 'segment-left')
      order by e.seq`,
  );
}

interface StayRow {
  readonly segmentId: string;
  readonly enteredAt: Date;
  readonly enteredSeq: number;
  readonly enteredTurn: number;
  readonly leftAt: Date | null;
  readonly leftSeq: number | null;
  readonly leftTurn: number | null;
}

async function loadStays(
  tx: Tx,
  workspaceId: Id<'wsp'>,
  customers: readonly Id<'cus'>[],
): Promise<Of<Stay>[]> {
  const entered = sql`x.entered_at as "enteredAt", x.entered_seq as "enteredSeq", x.entered_turn as "enteredTurn"`;
  const kept = sql`
    join segments s on s.workspace_id = x.workspace_id and s.id = x.segment_id and s.condition is not null`;
  const whose = sql`x.workspace_id = ${workspaceId} and x.customer_id = any (${sql.param([...customers])}::text[])`;
  const found = await rows<Of<StayRow>>(
    tx,
    sql`
      select x.customer_id as "customerId", x.segment_id as "segmentId", ${entered}, x.left_at as "leftAt",
        x.left_seq as "leftSeq", x.left_turn as "leftTurn"
      from segment_stays x ${kept} where ${whose}
      union all
      select x.customer_id, x.segment_id, x.entered_at, x.entered_seq, x.entered_turn, null, null, null
      from segment_members x ${kept} where ${whose}`,
  );
  return found.map(
    ({ customerId, segmentId, enteredAt, enteredSeq, enteredTurn, leftAt, leftSeq, leftTurn }) => ({
      ...{ customerId, segmentId, entered: placeOf(enteredAt, enteredSeq, enteredTurn) },
      left: leftAt === null ? null : placeOf(leftAt, leftSeq ?? 0, leftTurn ?? 0),
    }),
  );
}

/** What stands at an event itself has no instant of its own. */
const placeOf = (at: Date, seq: number, turn: number): Place => ({
  ...{ seq, turn, at: turn === 0 ? 0 : at.getTime() },
});
