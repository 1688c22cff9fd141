// Every node type there is. Cards and forms are typed over this table, so a forgotten one fails the build by name.
import { z } from 'zod';
import { idOf } from '../id';
import { textUpTo } from '../text';
import { apiTrigger } from './api-trigger';
import { attributeTrigger } from './attribute-trigger';
import { branch } from './branch';
import { callWebhook } from './call-webhook';
import { catalogueTrigger } from './catalogue-trigger';
import { createTask } from './create-task';
import { dateTrigger } from './date-trigger';
import type { NodeDefinition } from './define-node';
import { delay } from './delay';
import { emitEvent } from './emit-event';
import { eventTrigger } from './event-trigger';
import { exit } from './exit';
import { experimentSplit } from './experiment-split';
import { goTo } from './go-to';
import { issueCoupon } from './issue-coupon';
import { join } from './join';
import { listTrigger } from './list-trigger';
import { randomSplit } from './random-split';
import { scheduleTrigger } from './schedule-trigger';
import { segmentTrigger } from './segment-trigger';
import { sendEmail } from './send-email';
import { sendSms } from './send-sms';
import { setAttribute } from './set-attribute';
import { startJourney } from './start-journey';
import { tag } from './tag';
import { waitForCondition } from './wait-for-condition';
import { waitForEvent } from './wait-for-event';

export const nodeTypes = {
  'event-trigger': eventTrigger,
  'segment-trigger': segmentTrigger,
  'attribute-trigger': attributeTrigger,
  'date-trigger': dateTrigger,
  'schedule-trigger': scheduleTrigger,
  'catalogue-trigger': catalogueTrigger,
  'api-trigger': apiTrigger,
  'list-trigger': listTrigger,
  delay,
  'wait-for-event': waitForEvent,
  'wait-for-condition': waitForCondition,
  branch,
  'random-split': randomSplit,
  'experiment-split': experimentSplit,
  join,
  'go-to': goTo,
  'start-journey': startJourney,
  'send-email': sendEmail,
  'send-sms': sendSms,
  'call-webhook': callWebhook,
  'set-attribute': setAttribute,
  tag,
  'emit-event': emitEvent,
  'issue-coupon': issueCoupon,
  'create-task': createTask,
  exit,
} as const;

export type NodeType = keyof typeof nodeTypes;

/** What a node of this type keeps, e.g. `NodeData<'delay'>`. */
export type NodeData<Type extends NodeType> = z.infer<(typeof nodeTypes)[Type]['data']>;

/** Where a marketer has moved a node by hand, relative to its automatic place. */
export const Nudge = z.strictObject({ x: z.number(), y: z.number() });
export type Nudge = z.infer<typeof Nudge>;

const NodeName = textUpTo(120);

function schemaOf<Type extends string, Data>({ type, data }: NodeDefinition<Type, Data>) {
  return z.strictObject({
    id: idOf('nod'),
    type: z.literal(type),
    /** What the marketer calls this step; empty shows the type's name. */
    name: NodeName.default(''),
    data,
    nudge: Nudge.exactOptional(),
  });
}

/** The schemas of a node in a document, one per type, for the discriminated union. */
export const nodeSchemas = [
  schemaOf(eventTrigger),
  schemaOf(segmentTrigger),
  schemaOf(attributeTrigger),
  schemaOf(dateTrigger),
  schemaOf(scheduleTrigger),
  schemaOf(catalogueTrigger),
  schemaOf(apiTrigger),
  schemaOf(listTrigger),
  schemaOf(delay),
  schemaOf(waitForEvent),
  schemaOf(waitForCondition),
  schemaOf(branch),
  schemaOf(randomSplit),
  schemaOf(experimentSplit),
  schemaOf(join),
  schemaOf(goTo),
  schemaOf(startJourney),
  schemaOf(sendEmail),
  schemaOf(sendSms),
  schemaOf(callWebhook),
  schemaOf(setAttribute),
  schemaOf(tag),
  schemaOf(emitEvent),
  schemaOf(issueCoupon),
  schemaOf(createTask),
  schemaOf(exit),
] as const;

export function isNodeType(type: string): type is NodeType {
  return Object.hasOwn(nodeTypes, type);
}

/** The meaning of a type, for code that treats all types alike. Give it only data that was parsed for that type. */
export function nodeOf(type: NodeType): NodeDefinition<NodeType, unknown> {
  return nodeTypes[type];
}
