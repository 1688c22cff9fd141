// What an SMTP failure means, from reply codes and the point it happened at, never from its wording.
import { z } from 'zod';
import type { SendOutcome } from '../channel';

const SmtpError = z
  .object({
    message: z.string().catch('failed'),
    code: z.string().optional().catch(undefined),
    command: z.string().optional().catch(undefined),
    responseCode: z.number().optional().catch(undefined),
    response: z.string().optional().catch(undefined),
  })
  .catch({
    message: 'failed',
    code: undefined,
    command: undefined,
    responseCode: undefined,
    response: undefined,
  });

/** Replies about us and our login, not about the message: the same message may go once the settings are right. */
const ABOUT_US = [421, 454, 530, 534, 535, 538];
/** RFC 3463 class 5.1: the address does not exist. 5.2.1: it does not take mail any more. */
const BAD_ADDRESS = /^5\d\d[ -]5\.(1\.[1-36]|2\.1)\b/;

/** `wasHandedOver`: the server had agreed to take the message's data when it failed. */
export function smtpOutcome(error: unknown, wasHandedOver: boolean): SendOutcome {
  const { message, responseCode, response, code, command } = SmtpError.parse(error);
  const reason = message.slice(0, 500);
  if (responseCode === undefined) {
    return wasHandedOver ? { kind: 'unknown', reason } : { kind: 'retry', reason, retryAfterMs: null };
  }
  const isAboutUs = ABOUT_US.includes(responseCode) || code === 'EAUTH' || command === 'CONN';
  if (responseCode < 500 || isAboutUs) return { kind: 'retry', reason, retryAfterMs: null };
  const isAddressBad = command === 'RCPT TO' && BAD_ADDRESS.test(response ?? '');
  return { kind: 'rejected', reason, isAddressBad };
}
