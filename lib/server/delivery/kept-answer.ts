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
}

const Capturing = z.looseObject({ capture: z.object({ saveAs: z.string() }) });

/** Deeper JSON than events may bring is not kept. */
const DEEPEST = 20;

/** Null where nobody waits, or the call will be tried again. */
export function keptAnswer(row: Claimed, outcome: SendOutcome, { status }: Conclusion): KeptAnswer | null {
  if (status === 'queued' || row.type !== 'call-webhook' || !Capturing.safeParse(row.payload).success)
    return null;
  const { key, customerId, journeyId, enrollmentId, nodeId } = row;
  const answer = 'answer' in outcome ? outcome.answer : undefined;
  const value = { status: answer?.status ?? null, body: answer === undefined ? null : jsonIn(answer.body) };
  return { key, customerId, journeyId, enrollmentId, nodeId, isOk: status === 'done', value };
}

/** The JSON of a body, fit for storage; null where it is none. */
function jsonIn(body: string): Json {
  try {
    return storableJson(JSON.parse(body), 0);
  } catch {
    return null;
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
