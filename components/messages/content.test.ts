// Stored content is read without trust: what is missing or of another kind is simply not there.
import { describe, expect, it } from 'vitest';
import { mailboxOf, objectIn, readableBody, textIn, titleOf } from './content';
import { frameOf } from './email-preview';

const message = { channel: 'email', address: 'ada@shop.test' } as const;

describe('the title of a message', () => {
  it('is the subject, the text, or the address called', () => {
    expect(titleOf({ ...message, content: { subject: 'Hello' } })).toBe('Hello');
    expect(titleOf({ channel: 'sms', address: '+420', content: { text: 'Hi' } })).toBe('Hi');
    const url = 'https://crm.example';
    expect(titleOf({ channel: 'webhook', address: url, content: {} })).toBe(`POST ${url}`);
    expect(titleOf({ channel: 'webhook', address: '', content: { method: 'PUT', url } })).toBe(`PUT ${url}`);
  });

  it('is empty where the content holds something else', () => {
    expect(titleOf({ ...message, content: { subject: { not: 'text' } } })).toBe('');
  });
});

it('reads fields only as what they are', () => {
  expect(textIn({ a: 1 }, 'a')).toBe('');
  expect(objectIn({ a: [1] }, 'a')).toEqual({});
  expect(objectIn({ a: { b: 1 } }, 'a')).toEqual({ b: 1 });
});

it.each([
  ['ada@shop.test', 'ada@shop.test'],
  [{ name: 'Ada', address: 'ada@shop.test' }, 'Ada <ada@shop.test>'],
  [{ name: '', address: 'ada@shop.test' }, 'ada@shop.test'],
  [undefined, ''],
  [['x'], ''],
])('writes the mailbox %j as %j', (value, shown) => {
  expect(mailboxOf(value)).toBe(shown);
});

it('lays out JSON and leaves the rest as it is', () => {
  expect(readableBody('{"a":1}')).toBe('{\n  "a": 1\n}');
  expect(readableBody('not json')).toBe('not json');
  expect(readableBody(undefined)).toBe('null');
});

it('frames an e-mail under a policy that runs nothing', () => {
  const frame = frameOf('<p>Hi</p><script>alert(1)</script>');
  expect(frame.indexOf('Content-Security-Policy')).toBeLessThan(frame.indexOf('<p>'));
  expect(frame).toContain("default-src 'none'");
  expect(frame).not.toContain('script-src');
});
