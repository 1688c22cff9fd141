// A client that keeps its promises: it repeats a batch until it is answered, and logs what was accepted.
import type { SentEvent, Stream } from './workload';

export interface ClientLog {
  /** messageIds that a 2xx named as stored (now or before), in the order they were sent. */
  readonly accepted: Set<string>;
  /** messageIds that a 2xx refused, with the code. */
  readonly refused: Map<string, string>;
}

export interface Reply {
  results: { index: number; status: string; code?: string }[];
}

const RETRY_MS = 50;
/** Between batches, so that a run of many kills does not outgrow the machine. */
const PACE_MS = 20;

/** Sends batch after batch until told to stop. */
export async function sendUntil(
  stopped: () => boolean,
  url: string,
  writeKey: string,
  stream: Stream,
  log: ClientLog,
): Promise<void> {
  while (!stopped()) {
    await deliver(url, writeKey, stream.next(), log);
    await new Promise((resolve) => setTimeout(resolve, PACE_MS));
  }
}

/** Repeats a batch with the same messageIds until it is answered, over broken connections and 5xx. */
export async function deliver(
  url: string,
  writeKey: string,
  batch: readonly SentEvent[],
  log: ClientLog,
): Promise<void> {
  const authorization = `Basic ${Buffer.from(`${writeKey}:`).toString('base64')}`;
  const body = JSON.stringify({ batch });
  let reply = await post(`${url}/v1/batch`, authorization, body);
  while (!reply) {
    await new Promise((resolve) => setTimeout(resolve, RETRY_MS));
    reply = await post(`${url}/v1/batch`, authorization, body);
  }
  note(log, batch, reply);
}

/** Null where there was no answer, or one that asks to try again. */
export async function post(url: string, authorization: string, body: string): Promise<Reply | null> {
  try {
    const response = await fetch(url, {
      method: 'POST',
      headers: { authorization, 'content-type': 'application/json' },
      body,
    });
    return response.ok ? ((await response.json()) as Reply) : null;
  } catch {
    return null;
  }
}

function note(log: ClientLog, batch: readonly SentEvent[], reply: Reply): void {
  const refused = new Map(
    reply.results.filter((r) => r.status === 'refused').map((r) => [r.index, r.code ?? '']),
  );
  batch.forEach((event, index) => {
    const code = refused.get(index);
    if (code === undefined) log.accepted.add(event.messageId);
    else log.refused.set(event.messageId, code);
  });
}
