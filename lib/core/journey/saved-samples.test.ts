// A preview knows what the steps before a message keep, and nothing of what comes later.
import { describe, expect, test } from 'vitest';
import { JourneyDocument } from './document';
import { savedSamples, withMentioned } from './saved-samples';

const node = (id: string, type: string, data: object = {}) => ({ id: `nod_${id}`, type, data });
const edge = (from: string, to: string, exit = 'next') => ({ from: `nod_${from}`, exit, to: `nod_${to}` });

const drawing = JourneyDocument.parse({
  format: 1,
  nodes: [
    node('start', 'event-trigger', { event: 'Signed up' }),
    node('coupon', 'issue-coupon', { saveAs: 'code' }),
    node('ask', 'call-webhook', { capture: { saveAs: 'answer' } }),
    node('tell', 'call-webhook'),
    node('mail', 'send-email'),
    node('later', 'issue-coupon', { saveAs: 'later' }),
    node('unnamed', 'issue-coupon', { saveAs: '' }),
  ],
  edges: [
    edge('start', 'coupon'),
    edge('coupon', 'ask', 'issued'),
    edge('ask', 'tell'),
    edge('ask', 'coupon', 'failed'),
    edge('tell', 'mail'),
    edge('mail', 'later'),
    edge('unnamed', 'mail', 'issued'),
  ],
  settings: { reentry: 'once' },
});

describe('savedSamples', () => {
  test('of everything that is kept on a way to the step, round a loop too', () => {
    const samples = savedSamples(drawing, 'nod_mail');
    expect(samples).toEqual({ code: 'SAMPLE-7Q4K', answer: { status: 200, body: {} } });
    expect(Object.keys(savedSamples(drawing, 'nod_coupon'))).toEqual(['code', 'answer']);
    expect(savedSamples(drawing, 'nod_start')).toEqual({});
  });

  test('of the whole journey where no step is named', () => {
    expect(Object.keys(savedSamples(drawing, null))).toEqual(['code', 'answer', 'later']);
  });
});

describe('withMentioned', () => {
  const samples = savedSamples(drawing, 'nod_mail');

  test('what a text asks of an answer stands there by its name', () => {
    const body = '{{ saved.answer.body.tier.name }} and {{ saved.answer.body.points }}';
    expect(withMentioned(samples, { body })).toMatchObject({
      answer: { status: 200, body: { tier: { name: '[name]' }, points: '[points]' } },
    });
  });

  test('what is known stays, and nothing is made up that no step keeps', () => {
    const body =
      '{{ saved.code }} {{ saved.code.more }} {{ saved.answer.status }} {{ saved.gone.x }} {{ saved.answer }}';
    expect(withMentioned(samples, { body })).toEqual(samples);
  });
});
