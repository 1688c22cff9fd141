// How every node type is edited. Typed over NodeType: a type without a form fails the build by name.
'use client';

import type { NodeType } from '@/lib/core/nodes/registry';
import { apiTriggerForm } from './api-trigger/form';
import { attributeTriggerForm } from './attribute-trigger/form';
import { branchForm } from './branch/form';
import { callWebhookForm } from './call-webhook/form';
import { catalogueTriggerForm } from './catalogue-trigger/form';
import { dateTriggerForm } from './date-trigger/form';
import { delayForm } from './delay/form';
import { eventTriggerForm } from './event-trigger/form';
import { exitForm } from './exit/form';
import { listTriggerForm } from './list-trigger/form';
import type { NodeForm } from './node-form';
import { scheduleTriggerForm } from './schedule-trigger/form';
import { segmentTriggerForm } from './segment-trigger/form';
import { sendEmailForm } from './send-email/form';
import { sendSmsForm } from './send-sms/form';
import { setAttributeForm } from './set-attribute/form';
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
  exit: exitForm,
};

/** The form of any type. Give it only data of a node of that type. */
export function formOf(type: NodeType): NodeForm<NodeType> {
  return forms[type];
}
