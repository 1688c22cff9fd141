// What messages, webhooks, waits, branches and attributes are asked before they may go live.
import { describe, expect, test } from 'vitest';
import { type NodeType, nodeOf } from './registry';

function codes(type: NodeType, value: object): string[] {
  const { data, compile } = nodeOf(type);
  return compile(data.parse(value)).map(({ code, field }) => `${code} ${field}`);
}

describe('send-email', () => {
  const whole = { subject: 'Hello', body: 'See [us](https://shop.example)' };

  test('needs a subject and a body', () => {
    expect(codes('send-email', whole)).toEqual([]);
    expect(codes('send-email', { subject: ' ', body: '\n' })).toEqual([
      'empty-subject subject',
      'empty-body body',
    ]);
    expect(codes('send-email', { ...whole, subject: 'x'.repeat(251) })).toEqual(['text-too-long subject']);
  });

  test('its links and its button must lead somewhere decent', () => {
    expect(codes('send-email', { ...whole, body: '[x](javascript:alert(1))' })).toEqual(['bad-link body']);
    expect(codes('send-email', { ...whole, button: { label: 'Go', url: 'https://shop.example' } })).toEqual(
      [],
    );
    expect(codes('send-email', { ...whole, button: { label: '', url: 'shop.example' } })).toEqual([
      'empty-body button.label',
      'bad-link button.url',
    ]);
  });
});

test('send-sms needs a text of at most ten segments', () => {
  expect(codes('send-sms', { text: 'Hello' })).toEqual([]);
  expect(codes('send-sms', { text: ' ' })).toEqual(['empty-body text']);
  expect(codes('send-sms', { text: 'x'.repeat(1601) })).toEqual(['text-too-long text']);
});

test('call-webhook needs a web address', () => {
  expect(codes('call-webhook', { url: 'https://shop.example/hook' })).toEqual([]);
  expect(codes('call-webhook', { url: '' })).toEqual(['bad-url url']);
  expect(codes('call-webhook', { url: 'ftp://shop.example' })).toEqual(['bad-url url']);
});

test('waits have bounds', () => {
  expect(codes('delay', { amount: 365, unit: 'days' })).toEqual([]);
  expect(codes('delay', { amount: 0 })).toEqual(['bad-duration amount']);
  expect(codes('wait-for-event', { event: 'Order', timeout: { amount: 400, unit: 'days' } })).toEqual([
    'bad-duration timeout.amount',
  ]);
  expect(codes('wait-for-event', {})).toEqual(['empty-event-name event']);
});

test('set-attribute needs a name', () => {
  expect(codes('set-attribute', { attribute: 'vip', value: true })).toEqual([]);
  expect(codes('set-attribute', { attribute: '' })).toEqual(['empty-attribute-name attribute']);
});

test('a branch needs finished conditions under ids of their own', () => {
  const condition = { type: 'test', subject: 'attribute', path: ['vip'], operator: 'is-set' };
  expect(codes('branch', { branches: [{ id: 'yes', condition }] })).toEqual([]);
  expect(codes('branch', { branches: [] })).toEqual(['empty-condition branches']);
  expect(codes('branch', {})).toEqual(['empty-condition branches.0.condition']);
  const unfinished = { ...condition, path: [] };
  expect(
    codes('branch', {
      branches: [
        { id: 'yes', condition },
        { id: 'yes', name: 'Again', condition: unfinished },
        { id: 'otherwise', condition },
      ],
    }),
  ).toEqual([
    'duplicate-branch branches.1.id',
    'incomplete-condition branches.1.condition',
    'duplicate-branch branches.2.id',
  ]);
});
