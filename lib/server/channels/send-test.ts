// Sends one test message through a channel's connection, so that its settings can be tried without a journey.
import { eq } from 'drizzle-orm';
import { workspaces } from '@/drizzle/schema';
import type { SendTest } from '@/lib/core/api/connection';
import type { Channel as ChannelKind } from '@/lib/core/api/message';
import type { JsonObject } from '@/lib/core/json';
import { ok, type Result, refuse } from '@/lib/core/result';
import type { Actor } from '../actor';
import { audit } from '../audit';
import { now } from '../clock';
import { inWorkspace } from '../db/transaction';
import { newId } from '../new-id';
import type { Order } from './channel';
import { loadConnections } from './load-connections';
import { channels } from './registry';
import { wording } from './wording';

export interface TestSent {
  readonly provider: string;
  readonly isSandboxed: boolean;
}

export async function sendTest(actor: Actor, { channel: kind, to }: SendTest): Promise<Result<TestSent>> {
  const order = await testOrder(actor, kind, to);
  const channel = channels[kind];
  const rendered = await channel.render(order);
  if (!rendered.ok) return rendered;
  const problem = channel.check(rendered.value, to);
  if (problem) return refuse({ ...problem, field: 'to' });
  const outcome = await channel.send(order.connection, {
    key: newId('obx'),
    address: to,
    content: rendered.value,
  });
  if (outcome.kind !== 'accepted') return refuse({ code: 'not-sent', message: outcome.reason });
  return ok({ provider: order.connection.provider, isSandboxed: outcome.isSandboxed });
}

async function testOrder(actor: Actor, kind: ChannelKind, to: string): Promise<Order> {
  const { workspaceId } = actor;
  return inWorkspace(workspaceId, async (tx) => {
    const connections = await loadConnections(tx, workspaceId);
    const [workspace] = await tx.select().from(workspaces).where(eq(workspaces.workspaceId, workspaceId));
    await audit(tx, actor, 'connection.tested', connections[kind].id ?? kind, { channel: kind });
    const { name = '', locale = 'en' } = workspace ?? {};
    return {
      workspace: { id: workspaceId, name, locale },
      journey: { id: 'jrn_test', name: 'Test' },
      nodeId: 'nod_test',
      customer: { id: 'cus_test', attributes: {}, email: to, phone: to },
      payload: testPayload(kind, to, name, locale),
      unsubscribeUrl: '',
      connection: connections[kind],
    };
  });
}

function testPayload(kind: ChannelKind, to: string, brand: string, locale: string): JsonObject {
  const words = wording(locale);
  const texts: Record<ChannelKind, JsonObject> = {
    email: {
      subject: literally(words('test.subject', { brand })),
      body: literally(words('test.body')),
      kind: 'transactional',
    },
    sms: { text: literally(words('test.sms', { brand })), kind: 'transactional' },
    webhook: { url: to, body: '' },
  };
  return { ...texts[kind], trigger: { event: 'Test', properties: {} }, dueAt: now().getTime() };
}

/** A brand's name is no template. */
function literally(text: string): string {
  return text.replaceAll('{', '(').replaceAll('}', ')');
}
