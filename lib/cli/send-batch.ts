// Hands one batch to a running server, and tries again while it is busy or away. Sending twice does no harm: every call has
// its own id.
import { setTimeout as pause } from 'node:timers/promises';
import { z } from 'zod';
import type { JsonObject } from '@/lib/core/json';
import { ImportError } from '@/lib/server/import/import-error';
import type { BatchAnswer } from '@/lib/server/import/run-import';

const Answer = z.object({
  accepted: z.number(),
  duplicates: z.number(),
  results: z.array(
    z.object({
      index: z.number(),
      status: z.enum(['refused', 'duplicate', 'changed']),
      code: z.string(),
      message: z.string(),
      field: z.string().optional(),
    }),
  ),
});

const TRIES = 8;
const LONGEST_PAUSE_MS = 15_000;
const TIMEOUT_MS = 60_000;

export interface Target {
  readonly url: string;
  readonly writeKey: string;
}

export async function sendBatch(
  target: Target,
  calls: readonly JsonObject[],
  wait: (ms: number) => Promise<unknown> = pause,
): Promise<BatchAnswer> {
  for (let attempt = 1; ; attempt += 1) {
    const outcome = await post(target, calls);
    if ('accepted' in outcome) return outcome;
    if (attempt === TRIES) throw gaveUp(target, outcome.why);
    await wait(outcome.afterMs > 0 ? outcome.afterMs : Math.min(LONGEST_PAUSE_MS, 500 * 2 ** attempt));
  }
}

interface NotNow {
  readonly why: string;
  /** How long the server asks to wait, ms; 0 where it does not say. */
  readonly afterMs: number;
}

async function post({ url, writeKey }: Target, calls: readonly JsonObject[]): Promise<BatchAnswer | NotNow> {
  const response = await fetch(new URL('/v1/batch', url), {
    method: 'POST',
    headers: {
      'content-type': 'application/json',
      authorization: `Basic ${Buffer.from(`${writeKey}:`).toString('base64')}`,
    },
    body: JSON.stringify({ batch: calls }),
    signal: AbortSignal.timeout(TIMEOUT_MS),
  }).catch(() => null);
  if (!response) return { why: 'cannot be reached', afterMs: 0 };
  const text = await response.text().catch(() => '');
  if (response.ok) return readAnswer(url, text);
  if (response.status === 401) throw new ImportError(`${url} does not know this write key.`);
  if (response.status !== 429 && response.status < 500) {
    throw new ImportError(`${url} refused the events (${response.status}): ${text.slice(0, 300)}`);
  }
  const afterMs = Number(response.headers.get('retry-after') ?? 0) * 1_000;
  return { why: `keeps answering ${response.status}`, afterMs };
}

function readAnswer(url: string, text: string): BatchAnswer {
  try {
    return Answer.parse(JSON.parse(text));
  } catch {
    throw new ImportError(`${url} answers, but not like Throughline.`);
  }
}

function gaveUp({ url }: Target, why: string): ImportError {
  return new ImportError(
    `The server at ${url} ${why}. When it is up (npm run up), run the same import again: it goes on where it stopped.`,
  );
}
