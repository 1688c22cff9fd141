// The table of channels. A new kind that is missing here, or a command without a channel, does not compile.
import type { Channel as ChannelKind } from '@/lib/core/api/message';
import type { SendType } from '@/lib/core/engine/enrollment';
import type { Channel } from './channel';
import { email } from './email/email';
import { sms } from './sms/sms';
import { webhook } from './webhook/webhook';

export const channels: Readonly<Record<ChannelKind, Channel>> = { email, sms, webhook };

export const channelOfCommand: Readonly<Record<SendType, ChannelKind>> = {
  'send-email': 'email',
  'send-sms': 'sms',
  'call-webhook': 'webhook',
};

/** Ends every pooled connection, so that the process can end. */
export async function closeChannels(): Promise<void> {
  await Promise.all(Object.values(channels).map((channel) => channel.close()));
}
