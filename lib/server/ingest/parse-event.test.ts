// What becomes of one event as clients really send it.
import { describe, expect, it } from 'vitest';
import type { Json } from '@/lib/core/json';
import { parseEvent } from './parse-event';
import type { Shared } from './read-request';

const receivedAt = Date.parse('2026-03-01T12:00:00Z');
const alone: Shared = { type: null, context: {}, sentAt: null, retriedForMs: 0 };

function parsed(raw: Json, shared: Shared = alone) {
  const result = parseEvent(raw, shared, receivedAt);
  if (!result.ok) throw new Error(result.refusal.message);
  return { ...result.value, row: JSON.parse(`{${result.value.rowJson}}`) };
}

function refusalOf(raw: Json) {
  const result = parseEvent(raw, alone, receivedAt);
  return result.ok ? null : result.refusal;
}

describe('parseEvent', () => {
  it('gives every call a name and keeps a page’s own as a property', () => {
    const page = parsed({
      type: 'page',
      userId: 'u',
      name: 'Pricing',
      category: 'Docs',
      properties: { path: '/p' },
    });
    expect(page.row.n).toBe('Page Viewed');
    expect(page.row.p).toEqual({ path: '/p', name: 'Pricing', category: 'Docs' });
    expect(parsed({ type: 'identify', userId: 'u' }).row.n).toBe('Identified');
    expect(parsed({ type: 'track', userId: 'u', event: 'Order Completed' }).row.n).toBe('Order Completed');
  });

  it('reads traits from the context, where RudderStack puts them', () => {
    const event = parsed({
      type: 'identify',
      userId: 'u',
      context: { traits: { plan: 'a', email: 'A@b.cz ' }, ip: '1' },
    });
    expect(event.row.a).toEqual({ plan: 'a', email: 'A@b.cz ' });
    expect(event.row.x).toEqual({ ip: '1' });
    expect(event.claim.email).toBe('a@b.cz');
  });

  it('takes a group’s traits for the group’s, not for the customer’s', () => {
    const event = parsed({ type: 'group', userId: 'u', groupId: 'g', traits: { email: 'team@b.cz' } });
    expect(event.claim.email).toBeNull();
    expect(event.row.a).toEqual({});
    expect(event.row.p).toEqual({ email: 'team@b.cz', groupId: 'g' });
  });

  it('takes null, empty text and PHP’s empty array for absent', () => {
    const event = parsed({
      type: 'track',
      event: 'A',
      userId: null,
      anonymousId: 'a',
      properties: [],
      context: null,
    });
    expect(event.claim).toMatchObject({ userId: null, anonymousId: 'a' });
    expect(event.row.p).toEqual({});
    expect(parsed({ type: 'page', userId: '', anonymousId: 'a' }).claim.userId).toBeNull();
  });

  it('takes a whole number for an id', () => {
    expect(parsed({ type: 'page', userId: 42 }).claim.userId).toBe('42');
  });

  it('makes one spelling of every phone number and drops what is none', () => {
    const phone = (text: string) =>
      parsed({ type: 'identify', userId: 'u', traits: { phone: text } }).claim.phone;
    expect(phone('+420 601 123 456')).toBe('+420601123456');
    expect(phone('+1 (555) 867-5310')).toBe('+15558675310');
    expect(phone('601 123 456')).toBeNull();
    expect(phone('call me')).toBeNull();
  });

  it('keeps the client’s time where it was corrected', () => {
    const event = parsed({
      type: 'page',
      userId: 'u',
      timestamp: '2026-03-01T12:59:50Z',
      sentAt: '2026-03-01T13:00:00Z',
    });
    expect(event.row.o).toBe('2026-03-01T11:59:50.000Z');
    expect(event.row.x).toEqual({ originalTimestamp: '2026-03-01T12:59:50.000Z' });
  });

  it('reads RudderStack’s originalTimestamp', () => {
    const event = parsed({ type: 'page', userId: 'u', originalTimestamp: '2026-03-01T11:00:00Z' });
    expect(event.row.o).toBe('2026-03-01T11:00:00.000Z');
  });

  it('shares the context of the batch, its own first', () => {
    const shared = { ...alone, context: { app: 'shop', locale: 'cs' } };
    const event = parsed({ type: 'page', userId: 'u', context: { locale: 'it' } }, shared);
    expect(event.row.x).toEqual({ app: 'shop', locale: 'it' });
  });

  it('hashes what was said, not when it was sent', () => {
    const call = {
      type: 'track',
      event: 'A',
      userId: 'u',
      properties: { a: 1 },
      timestamp: '2026-03-01T11:00:00Z',
    };
    const again = { ...call, sentAt: '2026-03-01T11:30:00Z', context: { retry: 2 } };
    expect(parsed(again).bodyHash).toBe(parsed(call).bodyHash);
    expect(parsed({ ...call, properties: { a: 2 } }).bodyHash).not.toBe(parsed(call).bodyHash);
  });

  it('makes an id for events that have none', () => {
    const ids = [parsed({ type: 'page', userId: 'u' }), parsed({ type: 'page', userId: 'u' })];
    expect(new Set(ids.map(({ messageId }) => messageId)).size).toBe(2);
  });

  it.each([
    ['no object', 'x', 'wrong-type', undefined],
    ['no type', { userId: 'u' }, 'missing-field', 'type'],
    ['an unknown type', { type: 'purchase', userId: 'u' }, 'unknown-type', 'type'],
    ['track without a name', { type: 'track', userId: 'u' }, 'missing-field', 'event'],
    ['a name that is no text', { type: 'track', userId: 'u', event: 5 }, 'wrong-type', 'event'],
    [
      'a name that is too long',
      { type: 'track', userId: 'u', event: 'x'.repeat(201) },
      'string-too-long',
      'event',
    ],
    ['a name with a NUL', { type: 'track', userId: 'u', event: 'a\u0000' }, 'forbidden-character', 'event'],
    ['nobody', { type: 'page' }, 'missing-identity', 'userId'],
    ['an id that is no text', { type: 'page', userId: { id: 1 } }, 'wrong-type', 'userId'],
    ['an id that is too long', { type: 'page', userId: 'x'.repeat(501) }, 'string-too-long', 'userId'],
    [
      'a message id of 100',
      { type: 'page', userId: 'u', messageId: 'x'.repeat(100) },
      'string-too-long',
      'messageId',
    ],
    ['properties that are none', { type: 'page', userId: 'u', properties: 'x' }, 'wrong-type', 'properties'],
    ['a time that is none', { type: 'page', userId: 'u', timestamp: 'noon' }, 'unreadable-time', 'timestamp'],
    ['a time as number', { type: 'page', userId: 'u', timestamp: 5 }, 'wrong-type', 'timestamp'],
    ['group without group', { type: 'group', userId: 'u' }, 'missing-field', 'groupId'],
    ['alias without the other id', { type: 'alias', userId: 'u' }, 'missing-field', 'previousId'],
    [
      'alias without user id',
      { type: 'alias', anonymousId: 'a', previousId: 'b' },
      'missing-field',
      'userId',
    ],
  ] as [string, Json, string, string | undefined][])('refuses %s', (_name, raw, code, field) => {
    expect(refusalOf(raw)).toMatchObject({ code, ...(field === undefined ? {} : { field }) });
  });

  it('says that a time of the future was not taken', () => {
    const event = parsed({ type: 'page', userId: 'u', timestamp: '2026-03-02T00:00:00Z' });
    expect(event).toMatchObject({
      row: { o: '2026-03-01T12:00:00.000Z' },
      remark: { code: 'time-in-future' },
    });
  });
});
