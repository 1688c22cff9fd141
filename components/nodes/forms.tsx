// How every node type is edited. Typed over NodeType: a type without a form fails the build by name.
'use client';

import type { NodeType } from '@/lib/core/nodes/registry';
import { apiTriggerForm } from './api-trigger/form';
import { attributeTriggerForm } from './attribute-trigger/form';
import { branchForm } from './branch/form';
import { callWebhookForm } from './call-webhook/form';
import { catalogueTriggerForm } from './catalogue-trigger/form';
import { createTaskForm } from './create-task/form';
import { dateTriggerForm } from './date-trigger/form';
import { delayForm } from './delay/form';
import { emitEventForm } from './emit-event/form';
import { eventTriggerForm } from './event-trigger/form';
import { exitForm } from './exit/form';
import { experimentSplitForm } from './experiment-split/form';
import { goToForm } from './go-to/form';
import { issueCouponForm } from './issue-coupon/form';
import { joinForm } from './join/form';
import { listTriggerForm } from './list-trigger/form';
import type { NodeForm } from './node-form';
import { randomSplitForm } from './random-split/form';
import { scheduleTriggerForm } from './schedule-trigger/form';
import { segmentTriggerForm } from './segment-trigger/form';
import { sendEmailForm } from './send-email/form';
import { sendSmsForm } from './send-sms/form';
import { setAttributeForm } from './set-attribute/form';
import { startJourneyForm } from './start-journey/form';
import { tagForm } from './tag/form';
import { waitForConditionForm } from './wait-for-condition/form';
import { waitForEventForm } from './wait-for-event/form';

const forms: { readonly [Type in NodeType]: NodeForm<Type> } = {
  'event-trigger': eventTriggerForm,
  'segment-trigger': segmentTriggerForm,
  'attribute-trigger': attributeTriggerForm,
  'date-trigger': dateTriggerForm,
  'schedule-trigger': scheduleTriggerForm,
  'catalogue-trigger': catalogueTriggerForm,
  'api-trigger': apiTriggerForm,
  'list-trigger': listTriggerForm,
  delay: delayForm,
  'wait-for-event': waitForEventForm,
  branch: branchForm,
  'send-email': sendEmailForm,
  'send-sms': sendSmsForm,
  'call-webhook': callWebhookForm,
  'set-attribute': setAttributeForm,
  'wait-for-condition': waitForConditionForm,
  'random-split': randomSplitForm,
  'experiment-split': experimentSplitForm,
  join: joinForm,
  'go-to': goToForm,
  'start-journey': startJourneyForm,
  tag: tagForm,
  'emit-event': emitEventForm,
  'issue-coupon': issueCouponForm,
  'create-task': createTaskForm,
  exit: exitForm,
};

/** The form of any type. Give it only data of a node of that type. */
export function formOf(type: NodeType): NodeForm<NodeType> {
  return forms[type];
}
