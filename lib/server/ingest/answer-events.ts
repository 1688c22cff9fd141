// A request that brings events: read, check each event for itself, store what is sound, report on the rest.
import type { IncomingMessage } from 'node:http';
import type { EventType } from '@/lib/core/api/event';
import { now } from '../clock';
import { fault } from '../fault';
import { keysOfRequest } from './keys-of-request';
import { knownKey } from './known-key';
import { parseEvent } from './parse-event';
import { parseJson } from './parse-json';
import { enqueue } from './queue';
import { readBody } from './read-body';
import { readRequest } from './read-request';
import { type Reply, refusalReply, reply, unknownKey } from './reply';
import { unavailable } from './request-refusal';
import { resultsOf } from './results';
import type { EventOutcome } from './store-group';

/** Null when the client is gone. */
export async function answerEvents(
  request: IncomingMessage,
  query: URLSearchParams,
  type: EventType | null,
): Promise<Reply | null> {
  const body = await fault('ingest.read', () => readBody(request));
  if (!body) return null;
  if (!body.ok) return refusalReply(body.refusal);
  const json = parseJson(body.value);
  if (!json.ok) return refusalReply(json.refusal);
  const key = await knownKey(keysOfRequest(request, query, json.value));
  if (!key) return unknownKey();
  const read = readRequest(json.value, type, retriedForMs(request));
  if (!read.ok) return refusalReply(read.refusal);
  const receivedAt = now().getTime();
  const checked = read.value.events.map((raw) => parseEvent(raw, read.value.shared, receivedAt));
  const sound = checked.flatMap((check) => (check.ok ? [{ source: key.id, event: check.value }] : []));
  const stored = sound.length === 0 ? [] : enqueue(key.workspaceId, sound, body.value.length);
  if (!stored)
    return refusalReply(unavailable('overloaded', 'Too much is waiting to be stored; send again later.'));
  return answerStored(await settled(stored), (outcomes) => resultsOf(checked, outcomes));
}

/** Null when the database could not be asked, which the queue has noted. */
async function settled(stored: EventOutcome[] | Promise<EventOutcome[]>): Promise<EventOutcome[] | null> {
  try {
    return await stored;
  } catch {
    return null;
  }
}

function answerStored(outcomes: EventOutcome[] | null, report: (outcomes: EventOutcome[]) => object): Reply {
  if (outcomes) return reply(200, { success: true, ...report(outcomes) });
  return refusalReply(
    unavailable('database-unavailable', 'The events could not be stored; send them again.'),
  );
}

/** RudderStack's browser client repeats an old `sentAt` but says in this header how long it has been trying, in ms. */
function retriedForMs(request: IncomingMessage): number {
  const waited = Number(request.headers['rsa-since-first-attempt'] ?? 0);
  return Number.isFinite(waited) && waited > 0 ? waited : 0;
}
