// Which fields of a journey are judged as Liquid, and which as addresses that will be called.
import { expect, it } from 'vitest';
import { JourneyDocument } from './document';
import { destinationsIn, templatesIn } from './server-fields';

const hello = 'Hello {{ customer.name }}';

function drawing(type: string, data: object) {
  const nodes = [{ id: 'nod_a', type, data }];
  return JourneyDocument.parse({ format: 1, nodes, edges: [], settings: { reentry: 'once' } });
}

function fieldsOf(type: string, data: object) {
  return templatesIn(drawing(type, data)).map(({ nodeId, field }) => `${nodeId} ${field}`);
}

it('finds the templates of an e-mail, its button included', () => {
  const data = { subject: hello, preheader: hello, body: hello, button: { label: hello, url: hello } };
  const fields = ['subject', 'preheader', 'body', 'button.label', 'button.url'];
  expect(fieldsOf('send-email', data)).toEqual(fields.map((field) => `nod_a ${field}`));
  expect(fieldsOf('send-email', { subject: '{% if %}' })).toEqual(['nod_a subject']);
});

it('finds those of text messages and webhooks', () => {
  expect(fieldsOf('send-sms', { text: hello })).toEqual(['nod_a text']);
  expect(fieldsOf('call-webhook', { body: hello, url: hello })).toEqual(['nod_a body']);
});

it('leaves plain text and other nodes alone', () => {
  expect(fieldsOf('send-sms', { text: 'Hello { you }' })).toEqual([]);
  expect(fieldsOf('event-trigger', { event: hello })).toEqual([]);
});

it('finds the address of a webhook unless Liquid completes it', () => {
  const plain = drawing('call-webhook', { url: 'https://shop.test/hook' });
  expect(destinationsIn(plain)).toEqual([
    { nodeId: 'nod_a', field: 'url', source: 'https://shop.test/hook' },
  ]);
  expect(destinationsIn(drawing('call-webhook', { url: hello }))).toEqual([]);
  expect(destinationsIn(drawing('exit', {}))).toEqual([]);
});
