// Hands e-mails to an SMTP server, one recipient each.
import { fault } from '../../fault';
import type { Connection, Parcel, Provider, SendOutcome } from '../channel';
import type { EmailContent } from './content';
import { messageIdOf } from './message-id';
import { smtpOutcome } from './smtp-outcome';
import { closePools, poolOf, SmtpNotUsable, wasTaken } from './smtp-pool';

async function send(connection: Connection, parcel: Parcel<EmailContent>): Promise<SendOutcome> {
  const marker = {};
  try {
    const pool = await poolOf(connection);
    const mail = { ...mailOf(connection, parcel), marker };
    const info = await fault('sender.smtp', () => pool.sendMail(mail));
    return { kind: 'accepted', providerMessageId: info.messageId, isSandboxed: false };
  } catch (error) {
    if (error instanceof SmtpNotUsable) return { kind: 'retry', reason: error.message, retryAfterMs: null };
    return smtpOutcome(error, wasTaken(marker));
  }
}

/** Addresses go as objects and the envelope is ours alone, so that no text of a customer is ever parsed as an address. */
function mailOf(connection: Connection, { key, address, content }: Parcel<EmailContent>) {
  const { from, replyTo, subject, html, text, headers } = content;
  return {
    from: { name: from.name, address: from.address },
    to: { name: '', address },
    ...(replyTo ? { replyTo: { name: '', address: replyTo } } : {}),
    envelope: { from: from.address, to: address },
    messageId: messageIdOf(connection.workspaceId, key, from.address),
    subject,
    html,
    text,
    headers: Object.entries(headers).map(([name, value]) => ({
      key: name,
      value: { prepared: true, value },
    })),
    xMailer: false as const,
  };
}

export const smtp: Provider<EmailContent> = { name: 'smtp', send, close: closePools };
