// Which steps speak to somebody, and by which channel.
import type { TestSend } from './journey-test';

const CHANNELS = new Map<string, TestSend['channel']>([
  ['send-email', 'email'],
  ['send-sms', 'sms'],
  ['call-webhook', 'webhook'],
]);

/** The channel of a node or command of this type; null where it sends nothing. */
export function sendChannel(type: string): TestSend['channel'] | null {
  return CHANNELS.get(type) ?? null;
}
