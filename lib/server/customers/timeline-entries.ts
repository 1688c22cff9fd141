// The content of a page of the timeline: one statement per kind, put back into the page's order.
import { sql } from 'drizzle-orm';
import type { TimelineEntry } from '@/lib/core/api/timeline';
import type { Id } from '@/lib/core/id';
import type { Actor } from '../actor';
import type { Tx } from '../db/transaction';
import { eventEntries } from '../events/event-entries';
import { messageEntries } from '../messages/message-entries';
import { decisionEntries } from './decision-entries';

/** Where an entry stands: 0 is an event, 1 a decision, 2 a message. */
export interface Moment {
  readonly at: Date;
  readonly rank: number;
  readonly place: string;
  readonly id: string;
}

export async function timelineEntries(
  tx: Tx,
  actor: Actor,
  customer: Id<'cus'>,
  moments: readonly Moment[],
): Promise<TimelineEntry[]> {
  const chosen = (rank: number) =>
    moments.filter((moment) => moment.rank === rank).map((moment) => moment.id);
  const mine = sql`workspace_id = ${actor.workspaceId} and customer_id = ${customer}`;
  const bySeq = (rank: number) => sql`${mine} and seq = any(${sql.param(chosen(rank))}::bigint[])`;
  const events = await eventEntries(tx, actor, sql`select * from events where ${bySeq(0)}`);
  const decisions = await decisionEntries(tx, sql`select * from decisions where ${bySeq(1)}`);
  const byId = sql`${mine} and id = any(${sql.param(chosen(2))}::text[])`;
  const messages = await messageEntries(tx, actor, sql`select * from messages where ${byId}`);
  const found = new Map<string, (at: string) => TimelineEntry>();
  for (const event of events) found.set(`0 ${event.seq}`, (at) => ({ kind: 'event', at, event }));
  for (const decision of decisions)
    found.set(`1 ${decision.seq}`, (at) => ({ kind: 'decision', at, decision }));
  for (const message of messages) found.set(`2 ${message.id}`, (at) => ({ kind: 'message', at, message }));
  return moments.flatMap(({ rank, id, at }) => found.get(`${rank} ${id}`)?.(at.toISOString()) ?? []);
}
