// How every node type looks on the canvas. Typed over NodeType: a type without a card fails the build by name.
'use client';

import type { NodeType } from '@/lib/core/nodes/registry';
import { apiTriggerCard } from './api-trigger/card';
import { attributeTriggerCard } from './attribute-trigger/card';
import { branchCard } from './branch/card';
import { callWebhookCard } from './call-webhook/card';
import { catalogueTriggerCard } from './catalogue-trigger/card';
import { createTaskCard } from './create-task/card';
import { dateTriggerCard } from './date-trigger/card';
import { delayCard } from './delay/card';
import { emitEventCard } from './emit-event/card';
import { eventTriggerCard } from './event-trigger/card';
import { exitCard } from './exit/card';
import { experimentSplitCard } from './experiment-split/card';
import { goToCard } from './go-to/card';
import { issueCouponCard } from './issue-coupon/card';
import { joinCard } from './join/card';
import { listTriggerCard } from './list-trigger/card';
import type { NodeCard } from './node-card';
import { randomSplitCard } from './random-split/card';
import { scheduleTriggerCard } from './schedule-trigger/card';
import { segmentTriggerCard } from './segment-trigger/card';
import { sendEmailCard } from './send-email/card';
import { sendSmsCard } from './send-sms/card';
import { setAttributeCard } from './set-attribute/card';
import { startJourneyCard } from './start-journey/card';
import { tagCard } from './tag/card';
import { waitForConditionCard } from './wait-for-condition/card';
import { waitForEventCard } from './wait-for-event/card';

const cards: { readonly [Type in NodeType]: NodeCard<Type> } = {
  'event-trigger': eventTriggerCard,
  'segment-trigger': segmentTriggerCard,
  'attribute-trigger': attributeTriggerCard,
  'date-trigger': dateTriggerCard,
  'schedule-trigger': scheduleTriggerCard,
  'catalogue-trigger': catalogueTriggerCard,
  'api-trigger': apiTriggerCard,
  'list-trigger': listTriggerCard,
  delay: delayCard,
  'wait-for-event': waitForEventCard,
  branch: branchCard,
  'send-email': sendEmailCard,
  'send-sms': sendSmsCard,
  'call-webhook': callWebhookCard,
  'set-attribute': setAttributeCard,
  'wait-for-condition': waitForConditionCard,
  'random-split': randomSplitCard,
  'experiment-split': experimentSplitCard,
  join: joinCard,
  'go-to': goToCard,
  'start-journey': startJourneyCard,
  tag: tagCard,
  'emit-event': emitEventCard,
  'issue-coupon': issueCouponCard,
  'create-task': createTaskCard,
  exit: exitCard,
};

/** The card of any type. Give its summary only data of a node of that type. */
export function cardOf(type: NodeType): NodeCard<NodeType> {
  return cards[type];
}
