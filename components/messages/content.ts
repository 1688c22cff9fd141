// Reads a message's stored content. It is kept as JSON per channel, so every field is asked for and none is trusted.
import type { MessageSummary } from '@/lib/core/api/message';
import type { Json, JsonObject } from '@/lib/core/json';

export function textIn(content: JsonObject, name: string): string {
  const value = content[name];
  return typeof value === 'string' ? value : '';
}

export function objectIn(content: JsonObject, name: string): JsonObject {
  const value = content[name];
  return value !== null && typeof value === 'object' && !Array.isArray(value) ? value : {};
}

/** What a list shows of a message: the subject, the text, or the address called. */
export function titleOf({
  channel,
  content,
  address,
}: Pick<MessageSummary, 'channel' | 'content' | 'address'>): string {
  if (channel === 'email') return textIn(content, 'subject');
  if (channel === 'sms') return textIn(content, 'text');
  return `${textIn(content, 'method') || 'POST'} ${textIn(content, 'url') || address}`;
}

/** "Name <address>", or what there is of it. */
export function mailboxOf(value: Json | undefined): string {
  if (typeof value === 'string') return value;
  if (value === null || typeof value !== 'object' || Array.isArray(value)) return '';
  const [name, address] = [textIn(value, 'name'), textIn(value, 'address')];
  return name ? `${name} <${address}>` : address;
}

/** JSON laid out to be read; anything else as it is. */
export function readableBody(value: Json | undefined): string {
  if (typeof value !== 'string') return JSON.stringify(value ?? null, null, 2);
  try {
    return JSON.stringify(JSON.parse(value), null, 2);
  } catch {
    return value;
  }
}
