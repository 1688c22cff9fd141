// Passages with all that was decided and sent on them: one statement per kind for any number of passages.
import { type SQL, sql } from 'drizzle-orm';
import type { PassageStory } from '@/lib/core/api/why';
import type { Id } from '@/lib/core/id';
import type { Actor } from '../actor';
import { decisionEntries } from '../customers/decision-entries';
import { rows, type Tx } from '../db/transaction';
import { messageEntries } from '../messages/message-entries';
import type { NodeNames } from './node-names';

type Row = Omit<PassageStory, 'wakeAt' | 'decisions' | 'messages'> & {
  wakeAt: Date | null;
  customerId: Id<'cus'>;
};

/** Of one passage nobody reads more than this; the newest are kept. */
const MOST_DECISIONS = 2_000;

export async function passageStories(
  tx: Tx,
  actor: Actor,
  enrollmentIds: readonly Id<'enr'>[],
  names: NodeNames,
): Promise<Map<Id<'enr'>, PassageStory>> {
  if (enrollmentIds.length === 0) return new Map();
  const mine = sql`workspace_id = ${actor.workspaceId}`;
  const these = sql`any (${sql.param(enrollmentIds)}::text[])`;
  const passages = await rows<Row>(
    tx,
    sql`
      select id as "enrollmentId", customer_id as "customerId", version, status, node_id as "nodeId", wake_at as "wakeAt", end_reason as "endReason"
      from enrollments where ${mine} and id = ${these}`,
  );
  const customers = passages.map(({ customerId }) => customerId);
  const whose = sql`customer_id = any (${sql.param(customers)}::text[])`;
  const decided = await decisionEntries(
    tx,
    newestOfEach(sql`${mine} and ${whose} and enrollment_id = ${these}`),
  );
  const sent = await messageEntries(
    tx,
    actor,
    sql`select * from messages where ${mine} and ${whose}
      and outbox_id in (select id from outbox where ${mine} and ${whose} and enrollment_id = ${these})`,
  );
  const passageOf = await passagesOfMessages(tx, actor, sent);
  const ofPassage = (id: Id<'enr'>) => ({
    decisions: decided
      .filter(({ enrollmentId }) => enrollmentId === id)
      .map((entry) => ({ ...entry, nodeName: names(entry.version, entry.nodeId) }))
      .reverse(),
    messages: sent.filter((message) => passageOf.get(message.id) === id).reverse(),
  });
  return new Map(
    passages.map((row) => [row.enrollmentId, { ...passage(row), ...ofPassage(row.enrollmentId) }]),
  );
}

const newestOfEach = (chosen: SQL) => sql`
  select * from (
    select *, row_number() over (partition by enrollment_id order by seq desc) as newness
    from decisions where ${chosen}) as own
  where newness <= ${MOST_DECISIONS}`;

const passage = ({ wakeAt, customerId: _, ...row }: Row) => ({
  ...row,
  wakeAt: wakeAt?.toISOString() ?? null,
});

async function passagesOfMessages(
  tx: Tx,
  { workspaceId }: Actor,
  sent: readonly { readonly id: Id<'msg'> }[],
): Promise<Map<Id<'msg'>, Id<'enr'>>> {
  const found = await rows<{ id: Id<'msg'>; enrollmentId: Id<'enr'> }>(
    tx,
    sql`
      select m.id, o.enrollment_id as "enrollmentId"
      from messages m join outbox o on o.workspace_id = m.workspace_id and o.id = m.outbox_id
      where m.workspace_id = ${workspaceId} and m.id = any (${sql.param(sent.map(({ id }) => id))}::text[])`,
  );
  return new Map(found.map(({ id, enrollmentId }) => [id, enrollmentId]));
}
