// The webhook channel: tells another system, in JSON.
import { z } from 'zod';
import { callWebhook } from '@/lib/core/nodes/call-webhook';
import { ok, type Refusal, type Result, refuse } from '@/lib/core/result';
import { checkUrl } from '../../outgoing/check-destination';
import { defineChannel, type Order, type RenderProblem } from '../channel';
import { type Payload, parsePayload, variablesFor } from '../payload';
import { renderParts } from '../render-parts';
import { sandbox } from '../sandbox';
import { http } from './http';

const LARGEST_BYTES = 256 * 1024;

const WebhookContent = z.object({ method: z.literal('POST'), url: z.string(), body: z.string() });
export type WebhookContent = z.infer<typeof WebhookContent>;

async function render(order: Order): Promise<Result<WebhookContent, RenderProblem>> {
  const payload = parsePayload(callWebhook.data, order.payload);
  const rendered = await renderParts(
    {
      url: { source: payload.data.url, into: 'text' },
      body: { source: payload.data.body, into: 'json' },
    },
    variablesFor(order, payload),
  );
  if (!rendered.ok) return rendered;
  const { url, body } = rendered.value;
  const isOwn = body.trim() !== '';
  if (isOwn && !isJson(body))
    return refuse({ code: 'render-failed', message: 'The body is not JSON for this customer' });
  return ok({ method: 'POST', url: url.trim(), body: isOwn ? body : defaultBody(order, payload) });
}

function isJson(text: string): boolean {
  try {
    JSON.parse(text);
    return true;
  } catch {
    return false;
  }
}

/** What a receiver most likely wants: when, who, and what started the journey. */
function defaultBody({ customer, journey }: Order, { trigger, dueAt }: Payload<unknown>): string {
  return JSON.stringify({
    type: 'journey.webhook',
    timestamp: new Date(dueAt).toISOString(),
    data: { journey, customer, event: { name: trigger.event, properties: trigger.properties } },
  });
}

function check({ body }: WebhookContent, address: string): Refusal | null {
  const url = checkUrl(address);
  if (!url.ok) return url.refusal;
  if (Buffer.byteLength(body) > LARGEST_BYTES)
    return { code: 'too-large', message: 'The body is larger than 256 KB' };
  return null;
}

export const webhook = defineChannel<WebhookContent>({
  kind: 'webhook',
  content: WebhookContent,
  providers: { http, sandbox },
  render,
  check,
});
