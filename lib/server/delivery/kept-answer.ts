// What a step that waits for a webhook's answer gets to know: how it ended, and the JSON that came back.
import { z } from 'zod';
import type { Id } from '@/lib/core/id';
import type { Json } from '@/lib/core/json';
import type { SendOutcome } from '../channels/channel';
import { storable } from '../channels/storable';
import type { Claimed } from './claim';
import type { Conclusion } from './conclude';

export interface KeptAnswer {
  readonly key: string;
  readonly customerId: Id<'cus'>;
  readonly journeyId: Id<'jrn'>;
  readonly enrollmentId: Id<'enr'>;
  readonly nodeId: Id<'nod'>;
  readonly isOk: boolean;
  readonly value: Json;
  /** Why it is not, or why nothing of the answer could be kept. */
  readonly reason: string | null;
}

const Capturing = z.looseObject({ capture: z.object({ saveAs: z.string() }) });

const UNREADABLE = 'The answer is no JSON of at most 64 KB';

/** Deeper JSON than events may bring is not kept. */
const DEEPEST = 20;

export function isAwaited({ type, payload }: Pick<Claimed, 'type' | 'payload'>): boolean {
  return type === 'call-webhook' && Capturing.safeParse(payload).success;
}

/** Null where nobody waits, or the call will be tried again. */
export function keptAnswer(
  row: Claimed,
  outcome: SendOutcome,
  { status, reason }: Conclusion,
): KeptAnswer | null {
  if (status === 'queued' || !isAwaited(row)) return null;
  const { status: answered = null, body = '' } = ('answer' in outcome && outcome.answer) || {};
  const json = body.trim() === '' ? null : jsonIn(body);
  const value = { status: answered, body: json ?? null };
  const isOk = status === 'done';
  return { ...askerOf(row), isOk, value, reason: isOk && json === undefined ? UNREADABLE : reason };
}

/** What a step hears whose call was never made. */
export function noAnswer(row: Claimed, reason: string): KeptAnswer | null {
  if (!isAwaited(row)) return null;
  return { ...askerOf(row), isOk: false, value: { status: null, body: null }, reason };
}

function askerOf({ key, customerId, journeyId, enrollmentId, nodeId }: Claimed) {
  return { key, customerId, journeyId, enrollmentId, nodeId };
}

/** The JSON of a body, fit for storage; undefined where it is none. */
function jsonIn(body: string): Json | undefined {
  try {
    return storableJson(JSON.parse(body), 0);
  } catch {
    return undefined;
  }
}

function storableJson(value: Json, depth: number): Json {
  if (depth > DEEPEST) throw new RangeError('The answer is nested too deep.');
  if (typeof value === 'string') return storable(value);
  if (typeof value !== 'object' || value === null) return value;
  if (Array.isArray(value)) return value.map((item) => storableJson(item, depth + 1));
  return Object.fromEntries(
    Object.entries(value).map(([key, item]) => [storable(key), storableJson(item, depth + 1)]),
  );
}
