// Renders claimed sends, outside any transaction: a heavy template holds up nobody's locks.

import type { Channel as ChannelKind } from '@/lib/core/api/message';
import type { JsonObject } from '@/lib/core/json';
import { ok, type Result, refuse } from '@/lib/core/result';
import type { Connection, RenderProblem } from '../channels/channel';
import { channelOfCommand, channels } from '../channels/registry';
import { unsubscribeUrl } from '../channels/unsubscribe-token';
import type { Claimed } from './claim';
import type { Facts } from './load-facts';

export interface Prepared {
  readonly row: Claimed;
  readonly channel: ChannelKind;
  readonly connection: Connection;
  /** Where it goes; null where the customer has no address on this channel. */
  readonly address: string | null;
  readonly content: Result<JsonObject, RenderProblem>;
}

export function prepareAll(claimed: readonly Claimed[], facts: Facts): Promise<Prepared[]> {
  return Promise.all(claimed.map((row) => prepare(row, facts)));
}

async function prepare(row: Claimed, facts: Facts): Promise<Prepared> {
  const channel = channelOfCommand[row.type];
  const connection = facts.connections[channel];
  const base = { row, channel, connection };
  if (channel === 'webhook') {
    // What an earlier attempt may have delivered goes again as it was: the id is the same, so the body must be.
    if (row.content && row.address) return { ...base, address: row.address, content: ok(row.content) };
    const content = await render(row, channel, facts, '');
    return { ...base, address: content.ok ? String(content.value.url ?? '') : '', content };
  }
  const person = facts.people.get(row.customerId);
  const address = (channel === 'email' ? person?.email : person?.phone) ?? null;
  if (address === null) return { ...base, address, content: ok({}) };
  return { ...base, address, content: await render(row, channel, facts, address) };
}

/** A row that cannot even be read is refused by itself and leaves its neighbours alone. */
async function render(
  row: Claimed,
  kind: ChannelKind,
  facts: Facts,
  address: string,
): Promise<Prepared['content']> {
  const { workspace, connections, people, journeyNames } = facts;
  const { customerId, journeyId, nodeId, payload } = row;
  const person = people.get(customerId);
  const subject = {
    workspaceId: workspace.id,
    customerId,
    channel: kind === 'sms' ? kind : 'email',
    address,
  } as const;
  try {
    return await channels[kind].render({
      workspace,
      journey: { id: journeyId, name: journeyNames.get(journeyId) ?? '' },
      nodeId,
      customer: {
        id: customerId,
        attributes: person?.attributes ?? {},
        email: person?.email ?? null,
        phone: person?.phone ?? null,
      },
      payload,
      unsubscribeUrl: kind === 'webhook' ? '' : unsubscribeUrl(subject),
      connection: connections[kind],
    });
  } catch (error) {
    return refuse({ code: 'render-failed', message: error instanceof Error ? error.message : String(error) });
  }
}
