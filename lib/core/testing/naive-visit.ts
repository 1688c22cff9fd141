// What each node does in the naive model, written from its description and not from its `step`.
import { evaluate, type Facts } from '../condition/evaluate';
import { testedValues } from '../condition/tested-values';
import type { Command, Enrollment } from '../engine/enrollment';
import type { ReasonCode } from '../engine/reason';
import type { JourneyNode } from '../journey/document';
import type { JsonObject } from '../json';
import type { NodeType } from '../nodes/registry';
import { naiveEntries } from './naive-entries';

export interface Arrival {
  readonly now: number;
  readonly dueAt: number;
  readonly cause: 'entered' | 'event' | 'due';
}

interface Here extends Arrival {
  readonly facts: Facts;
  readonly enrollment: Enrollment;
}

/** `wakeAt`: stays until then; `exit`: leaves by it; neither: the journey ends here. */
interface Seen {
  readonly code: ReasonCode;
  readonly inputs: JsonObject;
  readonly exit?: string;
  readonly wakeAt?: number;
  readonly command?: Pick<Command, 'type' | 'payload'>;
  readonly set?: JsonObject;
}

type NodeOf<Type extends NodeType> = Extract<JourneyNode, { type: Type }>;

const MINUTES = { minutes: 1, hours: 60, days: 1440 };

function after(now: number, { amount, unit }: NodeOf<'delay'>['data']): number {
  return now + amount * MINUTES[unit] * 60_000;
}

function payload(data: JsonObject, { enrollment, dueAt }: Here): JsonObject {
  return {
    ...data,
    dueAt,
    saved: enrollment.saved,
    trigger: { event: enrollment.trigger.event, properties: enrollment.trigger.properties },
  };
}

function send(node: NodeOf<'send-email'> | NodeOf<'send-sms'>, here: Here): Seen {
  const lateMs = here.now - here.dueAt;
  if (lateMs > node.data.maxLatenessHours * 3_600_000) {
    return { code: 'send-expired', exit: 'next', inputs: { dueAt: here.dueAt, lateMs } };
  }
  const command = { type: node.type, payload: payload(node.data, here) };
  return { code: 'message-queued', exit: 'next', inputs: {}, command };
}

const visits: { readonly [Type in NodeType]: (node: NodeOf<Type>, here: Here) => Seen } = {
  'event-trigger': ({ data }) => ({ code: 'entered', exit: 'next', inputs: { event: data.event } }),
  ...naiveEntries,
  delay: ({ data }, { cause, now }) => {
    const until = after(now, data);
    return cause === 'due'
      ? { code: 'delay-over', exit: 'next', inputs: {} }
      : { code: 'delay-started', wakeAt: until, inputs: { until } };
  },
  'wait-for-event': ({ data: { event, timeout } }, { cause, now }) => {
    const until = after(now, timeout);
    if (cause === 'due') return { code: 'wait-timed-out', exit: 'timeout', inputs: {} };
    if (cause === 'event') return { code: 'event-happened', exit: 'happened', inputs: { event } };
    return { code: 'wait-started', wakeAt: until, inputs: { event, until } };
  },
  branch: ({ data: { branches } }, { facts }) => {
    const conditions = branches.map(({ condition }) => condition);
    const values = testedValues(conditions, facts);
    for (const { id, name, condition } of branches) {
      if (!evaluate(condition, facts)) continue;
      return { code: 'branch-taken', exit: id, inputs: { branch: name === '' ? id : name, values } };
    }
    return { code: 'no-branch-matched', exit: 'otherwise', inputs: { values } };
  },
  'send-email': send,
  'send-sms': send,
  'call-webhook': (node, here) => ({
    code: 'webhook-queued',
    exit: 'next',
    inputs: {},
    command: { type: 'call-webhook', payload: payload(node.data, here) },
  }),
  'set-attribute': ({ data: { attribute, value } }) => ({
    code: 'attribute-set',
    exit: 'next',
    inputs: { attribute, value },
    set: { [attribute]: value },
  }),
  exit: () => ({ code: 'exit-reached', inputs: {} }),
};

export function visit(node: JourneyNode, here: Here): Seen {
  // The entry at a node's type takes just that node; TypeScript cannot follow the pairing through the union.
  const explain = visits[node.type] as (node: JourneyNode, here: Here) => Seen;
  return explain(node, here);
}
