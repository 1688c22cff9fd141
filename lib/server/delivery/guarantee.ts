// What is promised about a send: marketing at most once, what customers asked for and webhooks at least once.
import { z } from 'zod';
import type { SendType } from '@/lib/core/engine/enrollment';
import type { JsonObject } from '@/lib/core/json';
import { MessageKind } from '@/lib/core/nodes/message';

interface Send {
  readonly type: SendType;
  readonly payload: JsonObject;
}

const HOUR_MS = 3_600_000;
const Hours = z.number().positive().catch(24);

/** A payload that does not say counts as marketing: the careful reading. */
export function kindOf({ type, payload }: Send): MessageKind | 'webhook' {
  return type === 'call-webhook' ? 'webhook' : MessageKind.catch('marketing').parse(payload.kind);
}

/** What frequency caps count it by; empty for none. */
export function categoryOf({ payload }: Send): string {
  return z.string().catch('').parse(payload.category).trim();
}

/** Whether a send whose answer was lost may be made again, under the same id. */
export function isRepeatable(send: Send): boolean {
  return kindOf(send) !== 'marketing';
}

/** How late it may start; a webhook tells a system and is never too late. */
export function maxLatenessMs(send: Send): number {
  return kindOf(send) === 'webhook'
    ? Number.POSITIVE_INFINITY
    : Hours.parse(send.payload.maxLatenessHours) * HOUR_MS;
}

/** When it was due, ms; what does not say is due when it is looked at. */
export function dueAtOf({ payload }: Send, otherwise: Date): number {
  return z.number().catch(otherwise.getTime()).parse(payload.dueAt);
}
