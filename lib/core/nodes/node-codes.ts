// For the documentation: which problems publishing may find in a step of each type, and which reasons its visits record.
import type { ReasonCode } from '../engine/reason';
import type { ProblemCode } from '../journey/problem';
import type { NodeType } from './registry';

interface NodeCodes {
  readonly problems: readonly ProblemCode[];
  readonly reasons: readonly ReasonCode[];
}

const inCondition = [
  ...(['empty-condition', 'incomplete-condition', 'bad-count', 'bad-window', 'bad-pattern'] as const),
  ...(['bad-date', 'bad-number', 'window-ends-first'] as const),
  ...(['segment-missing', 'journey-missing'] as const),
] as const;
const entry = ['trigger-goes-nowhere', ...inCondition] as const;
const entering = {
  reasons: [
    ...(['entered', 'already-in-journey', 'entered-before', 'entered-too-lately'] as const),
    ...(['held-out', 'outside-window'] as const),
  ],
} as const;
const message = { reasons: ['message-queued', 'send-expired'] } as const;

export const nodeCodes: { readonly [Type in NodeType]: NodeCodes } = {
  'event-trigger': {
    problems: [...entry, 'empty-event-name'],
    reasons: [...entering.reasons, 'event-too-old'],
  },
  'segment-trigger': { problems: [...entry, 'unfinished-choice'], ...entering },
  'attribute-trigger': { problems: [...entry, 'empty-attribute-name', 'unfinished-choice'], ...entering },
  'date-trigger': {
    problems: [...entry, 'empty-attribute-name', 'bad-time'],
    reasons: [...entering.reasons, 'trigger-date-unusable'],
  },
  'schedule-trigger': {
    problems: [...entry, 'bad-time', 'unfinished-choice'],
    ...entering,
  },
  'catalogue-trigger': { problems: [...entry, 'empty-event-name'], ...entering },
  'api-trigger': { problems: entry, ...entering },
  'list-trigger': { problems: entry, ...entering },
  delay: {
    problems: ['bad-duration', 'bad-time', 'bad-number', 'empty-attribute-name'],
    reasons: ['delay-started', 'delay-over', 'delay-date-past', 'delay-date-unusable'],
  },
  'wait-for-event': {
    problems: ['empty-event-name', ...inCondition, 'key-without-trigger-key', 'bad-duration'],
    reasons: ['wait-started', 'event-happened', 'event-happened-earlier', 'wait-timed-out'],
  },
  'wait-for-condition': {
    problems: [...inCondition, 'bad-duration'],
    reasons: ['condition-awaited', 'condition-met', 'condition-not-met'],
  },
  branch: {
    problems: [...inCondition, 'duplicate-branch', 'branch-without-default'],
    reasons: ['branch-taken', 'no-branch-matched'],
  },
  'random-split': { problems: ['too-few-ways', 'bad-weights', 'repeated-id'], reasons: ['way-drawn'] },
  'experiment-split': {
    problems: [
      ...(['too-few-ways', 'bad-weights', 'repeated-id', 'bad-number'] as const),
      ...(['empty-event-name', 'empty-name', 'shorter-than-window'] as const),
      ...(['promotes-by-opens', 'clicks-with-holdout'] as const),
    ],
    reasons: ['arm-assigned', 'arm-held-out', 'experiment-settled', 'experiment-paused'],
  },
  join: { problems: [], reasons: ['passed-on'] },
  'go-to': { problems: ['jump-goes-nowhere', 'cycle-without-wait'], reasons: ['passed-on'] },
  'start-journey': {
    problems: ['unfinished-choice', 'incomplete-path', 'journey-not-startable'],
    reasons: ['journey-started', 'emit-loop-stopped', 'passed-on'],
  },
  'send-email': {
    problems: ['empty-subject', 'empty-body', 'text-too-long', 'bad-link', 'bad-template'],
    ...message,
  },
  'send-sms': { problems: ['empty-body', 'text-too-long', 'bad-template'], ...message },
  'call-webhook': {
    problems: ['bad-url', 'forbidden-address', 'bad-template', 'bad-saved-name'],
    reasons: ['webhook-queued', 'webhook-asked', 'webhook-answered', 'webhook-failed', 'webhook-unanswered'],
  },
  'set-attribute': {
    problems: ['empty-attribute-name', 'bad-number'],
    reasons: ['attribute-set', 'attribute-removed', 'attribute-unfit'],
  },
  tag: { problems: ['empty-name'], reasons: ['tag-added', 'tag-removed', 'tags-unfit'] },
  'emit-event': {
    problems: ['empty-event-name', 'empty-name', 'repeated-name', 'incomplete-path'],
    reasons: ['event-emitted', 'emit-loop-stopped'],
  },
  'issue-coupon': {
    problems: ['unfinished-choice', 'bad-saved-name', 'pool-missing'],
    reasons: ['coupon-asked', 'coupon-issued', 'coupon-none-left', 'coupon-unanswered'],
  },
  'create-task': { problems: ['empty-body', 'bad-duration', 'bad-template'], reasons: ['task-created'] },
  exit: { problems: [], reasons: ['exit-reached'] },
};
