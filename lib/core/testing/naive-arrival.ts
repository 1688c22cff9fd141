// What a visit is in the naive model: what is known on arrival, what is seen to happen.
import type { Facts } from '../condition/evaluate';
import type { Duration } from '../duration';
import type { Command, Emission, Enrollment } from '../engine/enrollment';
import type { ReasonCode } from '../engine/reason';
import type { JourneyNode } from '../journey/document';
import type { JsonObject } from '../json';
import type { NodeType } from '../nodes/registry';

export interface Arrival {
  readonly now: number;
  readonly dueAt: number;
  readonly cause: 'entered' | 'event' | 'due';
  /** What happened, where that is the cause. */
  readonly event?: string;
}

export interface Here extends Arrival {
  readonly facts: Facts;
  readonly enrollment: Enrollment;
}

/** `wakeAt`: stays until then; `exit`: leaves by it; neither: the journey ends here. */
export interface Seen {
  readonly code: ReasonCode;
  readonly inputs: JsonObject;
  readonly exit?: string;
  readonly wakeAt?: number;
  readonly command?: Pick<Command, 'type' | 'payload'>;
  readonly set?: JsonObject;
  readonly emit?: Emission;
}

export type NodeOf<Type extends NodeType> = Extract<JourneyNode, { type: Type }>;

const MINUTES = { minutes: 1, hours: 60, days: 1440 };

export function after(now: number, { amount, unit }: Duration): number {
  return now + amount * MINUTES[unit] * 60_000;
}

export function payload(data: JsonObject, { enrollment, dueAt }: Here): JsonObject {
  return {
    ...data,
    dueAt,
    saved: enrollment.saved,
    trigger: { event: enrollment.trigger.event, properties: enrollment.trigger.properties },
  };
}
