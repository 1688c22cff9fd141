// A live journey, customers, and sends waiting in the outbox, put straight into the tables.
import { eq } from 'drizzle-orm';
import { decisions, deliveries, journeys, journeyVersions, messages, outbox } from '@/drizzle/schema';
import type { SendType } from '@/lib/core/engine/enrollment';
import type { Id } from '@/lib/core/id';
import type { JsonObject } from '@/lib/core/json';
import type { Actor } from '../../actor';
import { now } from '../../clock';
import { inWorkspace } from '../../db/transaction';
import { newId } from '../../new-id';
import { addCustomer, addEnrollment } from '../../testing/people';

export interface Stage {
  readonly actor: Actor;
  readonly journeyId: Id<'jrn'>;
}

export async function liveJourney(actor: Actor): Promise<Stage> {
  const { workspaceId } = actor;
  const journeyId = newId('jrn');
  const at = now();
  await inWorkspace(workspaceId, async (tx) => {
    const row = { workspaceId, id: journeyId, name: 'Basket', draft: {}, createdAt: at, updatedAt: at };
    await tx.insert(journeys).values({ ...row, state: 'live', liveVersion: 1 });
    const version = { workspaceId, journeyId, version: 1, document: {}, program: {} };
    await tx.insert(journeyVersions).values({ ...version, publishedBy: 'test', publishedAt: at });
  });
  return { actor, journeyId };
}

const data: Readonly<Record<SendType, JsonObject>> = {
  'send-email': {
    subject: 'Hi {{ customer.name }}',
    body: 'Your basket: {{ event.total }}',
    kind: 'marketing',
  },
  'send-sms': { text: 'Hi {{ customer.name }}', kind: 'marketing' },
  'call-webhook': { url: 'https://crm.example/hook', body: '' },
};

export interface Queued {
  readonly dueAt: Date;
  readonly outboxId: Id<'obx'>;
  readonly customerId: Id<'cus'>;
}

/** One more customer with one send waiting. */
export async function queueSend(
  { actor, journeyId }: Stage,
  type: SendType,
  more: {
    email?: string;
    phone?: string;
    data?: JsonObject;
    attributes?: JsonObject;
    customerId?: Id<'cus'>;
    priority?: number;
  } = {},
): Promise<Queued> {
  const { workspaceId } = actor;
  const outboxId = newId('obx');
  const known = { email: more.email ?? `${outboxId}@shop.test`, ...(more.phone && { phone: more.phone }) };
  const attributes = { name: 'Ann', ...more.attributes };
  const customerId = more.customerId ?? (await addCustomer(actor, known, { attributes }));
  const passage = { customer: customerId, journey: journeyId, nodeId: 'nod_mail' as const, isEnded: true };
  const enrollmentId = await addEnrollment(actor, passage);
  const at = now();
  const trigger = { event: 'Basket Abandoned', properties: { total: '12.50' } };
  const payload = { ...data[type], ...more.data, trigger, dueAt: at.getTime() };
  const base = {
    workspaceId,
    id: outboxId,
    key: `${enrollmentId}/1`,
    type,
    customerId,
    journeyId,
    version: 1,
  };
  await inWorkspace(workspaceId, (tx) =>
    tx.insert(outbox).values({
      ...base,
      enrollmentId,
      priority: more.priority ?? 0,
      nodeId: 'nod_mail',
      payload,
      status: 'queued',
      dueAt: at,
      createdAt: at,
    }),
  );
  return { outboxId, customerId, dueAt: at };
}

export async function setJourneyState({ actor, journeyId }: Stage, state: 'live' | 'paused' | 'archived') {
  await inWorkspace(actor.workspaceId, (tx) =>
    tx.update(journeys).set({ state }).where(eq(journeys.id, journeyId)),
  );
}

/** Everything the sender wrote in this workspace. */
export function written({ actor: { workspaceId } }: Stage) {
  return inWorkspace(workspaceId, async (tx) => ({
    outbox: await tx.select().from(outbox).where(eq(outbox.workspaceId, workspaceId)).orderBy(outbox.id),
    messages: await tx
      .select()
      .from(messages)
      .where(eq(messages.workspaceId, workspaceId))
      .orderBy(messages.outboxId),
    deliveries: await tx.select().from(deliveries).orderBy(deliveries.startedAt, deliveries.id),
    decisions: await tx.select().from(decisions).orderBy(decisions.seq),
  }));
}

/** Just one send: its row, its message, its attempts, its decisions. */
export async function writtenFor(stage: Stage, { outboxId }: Queued) {
  const all = await written(stage);
  const row = all.outbox.find(({ id }) => id === outboxId);
  const message = all.messages.find((one) => one.outboxId === outboxId);
  return {
    row,
    message,
    deliveries: all.deliveries.filter(({ messageId }) => messageId === message?.id),
    codes: all.decisions
      .filter(({ enrollmentId }) => enrollmentId === row?.enrollmentId)
      .map(({ code }) => code),
  };
}
