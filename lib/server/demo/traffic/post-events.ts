// Sends the shop's events the way any shop does: over HTTP, with the write key, to the server's own port on loopback.
import { randomUUID } from 'node:crypto';
import { request } from 'node:http';
import type { JsonObject } from '@/lib/core/json';
import type { ShopEvent } from '../shop/shop-event';

export interface Shop {
  readonly port: number;
  readonly writeKey: string;
}

const TIMEOUT_MS = 5_000;

/** Answers the HTTP status; throws when the server cannot be reached or the signal ends the call. */
export function postEvents(
  shop: Shop,
  events: readonly ShopEvent[],
  sentAt: Date,
  signal: AbortSignal,
): Promise<number> {
  const body = JSON.stringify({ batch: events.map(callOf), sentAt: sentAt.toISOString() });
  return new Promise((resolve, reject) => {
    const call = request(
      {
        host: '127.0.0.1',
        port: shop.port,
        path: '/v1/batch',
        method: 'POST',
        auth: `${shop.writeKey}:`,
        headers: { 'content-type': 'application/json', 'content-length': Buffer.byteLength(body) },
        timeout: TIMEOUT_MS,
        signal,
      },
      (response) => {
        response.resume();
        response.once('end', () => resolve(response.statusCode ?? 0));
        response.once('error', reject);
      },
    );
    call.once('timeout', () => call.destroy(new Error('The server did not answer in time.')));
    call.once('error', reject);
    call.end(body);
  });
}

/** One call of the Segment protocol. */
export function callOf(event: ShopEvent): JsonObject {
  const { type, name, properties, traits, context, userId, anonymousId, at } = event;
  const said = {
    identify: { traits },
    track: { event: name, properties },
    page: { name, properties },
  }[type];
  return {
    type,
    ...said,
    ...(userId === null ? {} : { userId }),
    ...(anonymousId === null ? {} : { anonymousId }),
    context,
    timestamp: new Date(at).toISOString(),
    messageId: `live-${randomUUID()}`,
  };
}
