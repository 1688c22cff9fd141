// Which fields of a journey are judged as Liquid.
import { expect, it } from 'vitest';
import { JourneyDocument } from './document';
import { templatesIn } from './templates';

const hello = 'Hello {{ customer.name }}';

function fieldsOf(type: string, data: object) {
  const nodes = [{ id: 'nod_a', type, data }];
  const document = JourneyDocument.parse({ format: 1, nodes, edges: [], settings: { reentry: 'once' } });
  return templatesIn(document).map(({ nodeId, field }) => `${nodeId} ${field}`);
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
