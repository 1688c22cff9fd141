// The SMS channel.
import { z } from 'zod';
import { sendSms } from '@/lib/core/nodes/send-sms';
import { ok, type Refusal, type Result, refuse } from '@/lib/core/result';
import { defineChannel, type Order, type RenderProblem } from '../channel';
import { parsePayload, variablesFor } from '../payload';
import { renderParts } from '../render-parts';
import { sandbox } from '../sandbox';
import { segmentsOf } from './segments';
import { twilio } from './twilio';

const MOST_SEGMENTS = 10;
const E164 = /^\+[1-9]\d{6,14}$/;

const SmsContent = z.object({ text: z.string(), segments: z.number(), encoding: z.enum(['GSM-7', 'UCS-2']) });
export type SmsContent = z.infer<typeof SmsContent>;

async function render(order: Order): Promise<Result<SmsContent, RenderProblem>> {
  const payload = parsePayload(sendSms.data, order.payload);
  const rendered = await renderParts(
    { text: { source: payload.data.text, into: 'text' } },
    variablesFor(order, payload),
  );
  if (!rendered.ok) return rendered;
  const text = rendered.value.text.trim();
  if (text === '') return refuse({ code: 'render-failed', message: 'The text is empty for this customer' });
  return ok({ text, ...segmentsOf(text) });
}

function check({ segments }: SmsContent, address: string): Refusal | null {
  if (!E164.test(address))
    return { code: 'bad-address', message: 'This is not a phone number such as +420601123456' };
  if (segments > MOST_SEGMENTS)
    return {
      code: 'too-large',
      message: `The text takes ${segments} segments; ${MOST_SEGMENTS} are allowed`,
    };
  return null;
}

export const sms = defineChannel<SmsContent>({
  kind: 'sms',
  content: SmsContent,
  providers: { twilio, sandbox },
  render,
  check,
});
