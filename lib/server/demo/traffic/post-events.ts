// Sends the shop's events the way any shop does: over HTTP, with the write key, to the server's own port on loopback.
import { randomUUID } from 'node:crypto';
import { request } from 'node:http';
import { text } from 'node:stream/consumers';
import { z } from 'zod';
import { shopCall } from '../shop/shop-call';
import type { ShopEvent } from '../shop/shop-event';

export interface Shop {
  readonly port: number;
  readonly writeKey: string;
}

const TIMEOUT_MS = 5_000;

export interface Posted {
  readonly status: number;
  /** Events the server did not take, though it took the others. */
  readonly refused: number;
}

const Answer = z.object({ results: z.array(z.object({ status: z.string() })).default([]) });

/** Throws when the server cannot be reached or the signal ends the call. */
export function postEvents(
  shop: Shop,
  events: readonly ShopEvent[],
  sentAt: Date,
  signal: AbortSignal,
): Promise<Posted> {
  const body = JSON.stringify({
    batch: events.map((event) => shopCall(event, `live-${randomUUID()}`)),
    sentAt: sentAt.toISOString(),
  });
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
        const status = response.statusCode ?? 0;
        text(response)
          .then((answer) => ({ status, refused: status === 200 ? refusedIn(answer) : events.length }))
          .then(resolve, reject);
      },
    );
    call.once('timeout', () => call.destroy(new Error('The server did not answer in time.')));
    call.once('error', reject);
    call.end(body);
  });
}

function refusedIn(answer: string): number {
  const { results } = Answer.parse(JSON.parse(answer));
  return results.filter(({ status }) => status === 'refused').length;
}
