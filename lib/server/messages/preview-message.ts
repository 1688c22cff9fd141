// Renders a message that is still being written, for the customer who last caused the journey's event.
import { sql } from 'drizzle-orm';
import type { MessagePreview, PreviewMessage } from '@/lib/core/api/preview';
import type { JsonObject } from '@/lib/core/json';
import { nodeTypes } from '@/lib/core/nodes/registry';
import { ok, type Result, refuse } from '@/lib/core/result';
import type { Actor } from '../actor';
import type { Order } from '../channels/channel';
import { loadConnections } from '../channels/load-connections';
import { channelOfCommand, channels } from '../channels/registry';
import { now } from '../clock';
import { customerSummaries } from '../customers/customer-summaries';
import { inWorkspace, rows, type Tx } from '../db/transaction';

export async function previewMessage(actor: Actor, input: PreviewMessage): Promise<Result<MessagePreview>> {
  const data = nodeTypes[input.type].data.safeParse(input.data);
  if (!data.success) return refuse({ code: 'invalid-field', message: 'This is not a message yet.' });
  const { order, customerLabel } = await inWorkspace(actor.workspaceId, (tx) =>
    orderFor(tx, actor, input, data.data),
  );
  const rendered = await channels[channelOfCommand[input.type]].render(order);
  return rendered.ok ? ok({ customerLabel, content: rendered.value }) : rendered;
}

/** Looking back further would make each keystroke cost as much as the history is long. */
const LOOKED_AT = 20_000;

interface Sample {
  readonly customer: Order['customer'];
  readonly label: string | null;
  readonly properties: JsonObject;
}

async function orderFor(tx: Tx, actor: Actor, input: PreviewMessage, data: JsonObject) {
  const { workspaceId } = actor;
  const [workspace] = await rows<Order['workspace']>(
    tx,
    sql`select workspace_id as id, name, locale from workspaces where workspace_id = ${workspaceId}`,
  );
  const [journey] = await rows<Order['journey']>(
    tx,
    sql`select id, name from journeys where workspace_id = ${workspaceId} and id = ${input.journeyId}`,
  );
  const { customer, label, properties } = await sampleFor(tx, actor, input.event);
  const connections = await loadConnections(tx, workspaceId);
  const order: Order = {
    workspace: workspace ?? { id: workspaceId, name: '', locale: 'en' },
    journey: journey ?? { id: input.journeyId, name: '' },
    nodeId: input.nodeId,
    customer,
    payload: {
      ...data,
      trigger: { event: input.event, properties },
      saved: input.saved,
      dueAt: now().getTime(),
    },
    // A link that leads nowhere: nobody must be unsubscribed by looking at a preview.
    unsubscribeUrl: '#',
    connection: connections[channelOfCommand[input.type]],
  };
  return { order, customerLabel: label };
}

/** The last event of this name, with its customer; a nameless nobody where there is none. */
async function sampleFor(tx: Tx, { workspaceId }: Actor, event: string): Promise<Sample> {
  const [last] = await rows<{ customerId: string; properties: JsonObject }>(
    tx,
    sql`
      select customer_id as "customerId", properties
      from (select * from events where workspace_id = ${workspaceId} order by seq desc limit ${LOOKED_AT}) as newest
      where name = ${event} order by seq desc limit 1`,
  );
  const own = sql`select * from customers where workspace_id = ${workspaceId} and id = ${last?.customerId ?? ''}`;
  const [found] = await customerSummaries(tx, own);
  if (!last || !found) {
    const nobody = { id: 'cus_preview', attributes: {}, email: null, phone: null } as const;
    return { customer: nobody, label: null, properties: {} };
  }
  const { id, attributes, label, identifiers } = found;
  const addressOf = (kind: 'email' | 'phone') => identifiers.find((one) => one.kind === kind)?.value ?? null;
  const customer = { id, attributes, email: addressOf('email'), phone: addressOf('phone') };
  return { customer, label, properties: last.properties };
}
