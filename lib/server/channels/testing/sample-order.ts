// Orders to render in tests: a customer, a trigger, and the least a node of each channel holds.
import type { Channel as ChannelKind } from '@/lib/core/api/message';
import type { JsonObject } from '@/lib/core/json';
import type { Connection, Order } from '../channel';

const nodeData: Readonly<Record<ChannelKind, JsonObject>> = {
  email: {
    subject: 'Hello {{ customer.firstName }}',
    body: 'Your basket: **{{ event.total }}**',
    kind: 'marketing',
  },
  sms: { text: 'Hi {{ customer.firstName }}, your basket waits.' },
  webhook: { url: 'https://crm.example/hook', body: '' },
};

export function sandboxConnection(channel: ChannelKind): Connection {
  return {
    id: null,
    workspaceId: 'wsp_test',
    channel,
    provider: 'sandbox',
    config: {},
    secret: {},
    problem: null,
    revision: 'sandbox',
  };
}

export function sampleOrder(
  channel: ChannelKind,
  more: { data?: JsonObject; attributes?: JsonObject; properties?: JsonObject; connection?: Connection } = {},
): Order {
  return {
    workspace: { id: 'wsp_test', name: 'Lumen & Co', locale: 'en' },
    journey: { id: 'jrn_test', name: 'Basket' },
    nodeId: 'nod_test',
    customer: {
      id: 'cus_test',
      attributes: { firstName: 'Ann', ...more.attributes },
      email: 'ann@shop.test',
      phone: '+420601123456',
    },
    payload: {
      ...nodeData[channel],
      ...more.data,
      trigger: { event: 'Basket Abandoned', properties: { total: '12.50', ...more.properties } },
      dueAt: Date.parse('2026-03-01T10:00:00Z'),
    },
    unsubscribeUrl: 'https://shop.test/u/token',
    connection: more.connection ?? sandboxConnection(channel),
  };
}
