// Data: tells another system, at least once, with a signature and a stable id; may keep what it answers.
import { z } from 'zod';
import type { StepOutcome } from '../engine/enrollment';
import type { JsonObject } from '../json';
import { isWebAddress } from '../link';
import { textUpTo } from '../text';
import { defineNode, type Visit } from './define-node';
import { payloadOf } from './message';
import { nodeError } from './node-error';
import { SavedName, savedNameProblems } from './saved-name';

/** A call is tried for up to 76 hours (engine/retry.ts); whoever waits hears how the last try ended. */
const PATIENCE_MS = 77 * 3_600_000;

const Data = z.strictObject({
  url: textUpTo(2000).default(''),
  /** Liquid that renders to JSON; empty sends the customer and what started the journey. */
  body: textUpTo(100_000).default(''),
  /** Waits for the answer and keeps it under this name; null goes on at once. */
  capture: z
    .strictObject({ saveAs: SavedName.default('answer') })
    .nullable()
    .default(null),
});
type Data = z.infer<typeof Data>;

function ask(data: Data, saveAs: string, visit: Visit): StepOutcome {
  const { cause, now } = visit.moment;
  if (cause.kind === 'answer') {
    const { isOk, value, reason } = cause;
    const save = { [saveAs]: value };
    const inputs = { saveAs, ...(reason === undefined ? {} : { reason }) };
    if (isOk) return { kind: 'go', exit: 'next', code: 'webhook-answered', inputs, save };
    return { kind: 'go', exit: 'failed', code: 'webhook-failed', inputs, save };
  }
  if (cause.kind === 'due') return { kind: 'go', exit: 'failed', code: 'webhook-unanswered' };
  const command = { type: 'call-webhook', payload: payloadOf(data, visit) } as const;
  return { kind: 'wait', until: now + PATIENCE_MS, code: 'webhook-asked', command };
}

export const callWebhook = defineNode({
  type: 'call-webhook',
  family: 'data',
  data: Data,
  waits: false,
  rule: () => [],
  exits: ({ capture }) => [{ id: 'next' }, ...(capture === null ? [] : [{ id: 'failed' }])],
  compile: ({ url, capture }) => [
    ...(isWebAddress(url) ? [] : [nodeError('bad-url', 'url', { url })]),
    ...(capture === null ? [] : savedNameProblems(capture.saveAs, 'capture.saveAs')),
  ],
  templates: ({ body }) => ({ body }),
  destinations: ({ url }) => ({ url }),
  saves: ({ capture }): JsonObject =>
    capture === null ? {} : { [capture.saveAs]: { status: 200, body: {} } },
  step: (data, visit) =>
    data.capture === null
      ? {
          kind: 'go',
          exit: 'next',
          code: 'webhook-queued',
          command: { type: 'call-webhook', payload: payloadOf(data, visit) },
        }
      : ask(data, data.capture.saveAs, visit),
});
