// What tells a passage that something its step asked for has come: a coupon, the answer of a webhook.
import { ANSWER } from '@/lib/core/engine/apply-event';
import type { Id } from '@/lib/core/id';
import type { Json } from '@/lib/core/json';
import type { Signal } from './send-signals';

interface Asked {
  /** Of the command: `<enrollment id>.<visit>`. */
  readonly key: string;
  readonly customerId: Id<'cus'>;
  readonly journeyId: Id<'jrn'>;
  readonly enrollmentId: Id<'enr'>;
  readonly nodeId: Id<'nod'>;
}

export function answerSignal(
  { key, customerId, journeyId, enrollmentId, nodeId }: Asked,
  { isOk, value, reason }: { readonly isOk: boolean; readonly value: Json; readonly reason?: string | null },
): Signal {
  const visit = Number(key.slice(key.lastIndexOf('.') + 1));
  const whose = { enrollment_id: enrollmentId, journey_id: journeyId, node_id: nodeId, visit };
  return {
    customerId,
    name: ANSWER,
    properties: { ...whose, ok: isOk, value, ...(reason ? { reason } : {}) },
    messageId: `answer ${key}`,
  };
}
