// Who an e-mail comes from: what the connection says, or a name that nobody can take for a real sender.
import { z } from 'zod';
import type { EmailSender } from '@/lib/core/api/connection';
import type { Connection, Order } from '../channel';

/** Checked when it was saved; what is missing was never asked for. */
const Sender = z.object({
  fromName: z.string().optional(),
  fromAddress: z.string().default('no-reply@sandbox.invalid'),
  replyTo: z.string().nullable().default(null),
  postalAddress: z.string().default(''),
});

export function senderOf({ provider, config }: Connection, workspace: Order['workspace']): EmailSender {
  const given = provider === 'sandbox' ? (config.sender ?? {}) : config;
  const { fromName = workspace.name, ...rest } = Sender.parse(given);
  return { fromName, ...rest };
}
