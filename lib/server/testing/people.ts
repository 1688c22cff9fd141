// Customers, events, enrollments and messages put straight into the tables, for tests of what reads them.
import { customers, enrollments, events, identifiers, messages, moments, outbox } from '@/drizzle/schema';
import type { Identifier } from '@/lib/core/api/customer';
import type { ReasonCode } from '@/lib/core/engine/reason';
import { laneOf } from '@/lib/core/hash';
import type { Id } from '@/lib/core/id';
import type { JsonObject } from '@/lib/core/json';
import type { Actor } from '../actor';
import { now } from '../clock';
import { inWorkspace } from '../db/transaction';
import { newId } from '../new-id';

type Known = Partial<Record<Identifier['kind'], string>>;

export async function addCustomer(
  { workspaceId }: Actor,
  known: Known,
  more: { attributes?: JsonObject; mergedInto?: Id<'cus'> } = {},
): Promise<Id<'cus'>> {
  const id = newId('cus');
  const createdAt = now();
  const { attributes = {}, mergedInto = null } = more;
  const kinds = ['user-id', 'anonymous-id', 'email', 'phone'] as const;
  await inWorkspace(workspaceId, async (tx) => {
    await tx
      .insert(customers)
      .values({ workspaceId, id, lane: laneOf(id), attributes, mergedInto, createdAt });
    for (const kind of kinds) {
      const value = known[kind];
      if (value) await tx.insert(identifiers).values({ workspaceId, kind, value, customerId: id, createdAt });
    }
  });
  return id;
}

export async function addEvent(
  { workspaceId }: Actor,
  customerId: Id<'cus'>,
  name: string,
  more: { at?: Date; type?: 'track' | 'identify' | 'page'; properties?: JsonObject } = {},
): Promise<number> {
  const { at = now(), type = 'track', properties = {} } = more;
  const messageId = newId('obx');
  const base = {
    workspaceId,
    customerId,
    lane: laneOf(customerId),
    source: 'test',
    messageId,
    bodyHash: '',
    type,
  };
  const facts = { name, properties, traits: {}, context: {}, occurredAt: at, receivedAt: at };
  const [row] = await inWorkspace(workspaceId, (tx) =>
    tx
      .insert(events)
      .values({ ...base, ...facts })
      .returning({ seq: events.seq }),
  );
  return row?.seq ?? 0;
}

interface Passage {
  readonly customer: Id<'cus'>;
  readonly journey: Id<'jrn'>;
  readonly nodeId: Id<'nod'>;
  readonly isEnded?: boolean;
}

export function enrollmentRow({ workspaceId }: Actor, passage: Passage): typeof enrollments.$inferInsert {
  const at = now();
  const { customer: customerId, journey: journeyId, nodeId, isEnded = false } = passage;
  const where = { workspaceId, journeyId, version: 1, customerId, lane: laneOf(customerId), nodeId, key: '' };
  const status = isEnded ? 'ended' : 'waiting';
  const when = { enteredAt: at, arrivedAt: at, wakeAt: isEnded ? null : at };
  return { ...where, ...when, id: newId('enr'), status, visits: 1, trigger: {} };
}

export async function addEnrollment(actor: Actor, passage: Passage): Promise<Id<'enr'>> {
  const row = enrollmentRow(actor, passage);
  await inWorkspace(actor.workspaceId, (tx) => tx.insert(enrollments).values(row));
  return row.id;
}

export async function addDecision(
  { workspaceId }: Actor,
  passage: Passage & { code: ReasonCode; at?: Date },
): Promise<void> {
  const { customer: customerId, journey: journeyId, nodeId, code, at = now() } = passage;
  const steps = [[nodeId ?? null, code, {}] as const];
  const facts = { workspaceId, customerId, journeyId, version: 1, steps, at };
  await inWorkspace(workspaceId, (tx) => tx.insert(moments).values(facts));
}

/** Through the outbox, as every message goes. */
export async function addMessage(
  actor: Actor,
  passage: Passage & { at?: Date; channel?: 'email' | 'sms'; status?: 'sent' | 'sandboxed' },
): Promise<Id<'msg'>> {
  const { workspaceId } = actor;
  const {
    customer: customerId,
    journey: journeyId,
    nodeId,
    at = now(),
    channel = 'email',
    status = 'sent',
  } = passage;
  const enrollmentId = await addEnrollment(actor, { ...passage, isEnded: true });
  const outboxId = newId('obx');
  const id = newId('msg');
  const base = { workspaceId, customerId, journeyId, version: 1, nodeId, createdAt: at };
  const command = {
    id: outboxId,
    key: outboxId,
    type: 'send-email' as const,
    enrollmentId,
    payload: {},
    dueAt: at,
  };
  const message = {
    id,
    outboxId,
    channel,
    address: 'ada@shop.test',
    content: { subject: 'Hi' },
    provider: 'smtp',
  };
  await inWorkspace(workspaceId, async (tx) => {
    await tx.insert(outbox).values({ ...base, ...command, status: 'done' });
    await tx.insert(messages).values({ ...base, ...message, status, updatedAt: at });
  });
  return id;
}
