// Who an e-mail comes from: what the connection says, or a name that nobody can take for a real sender.
import { EmailSender } from '@/lib/core/api/connection';
import type { Connection, Order } from '../channel';

const Fields = EmailSender.partial().loose();

export function senderOf(connection: Connection, workspace: Order['workspace']): EmailSender {
  const { sender } = connection.config;
  const given = Fields.safeParse(connection.provider === 'sandbox' ? (sender ?? {}) : connection.config);
  const fields = given.success ? given.data : {};
  return {
    fromName: fields.fromName ?? workspace.name,
    fromAddress: fields.fromAddress ?? 'no-reply@sandbox.invalid',
    replyTo: fields.replyTo ?? null,
    postalAddress: fields.postalAddress ?? '',
  };
}
