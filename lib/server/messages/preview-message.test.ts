// Previewing a message: for the customer whose event would have started the journey, and without sending anything.
import { expect, it } from 'vitest';
import type { Actor } from '../actor';
import { createJourney } from '../journeys/create-journey';
import { freshWorkspace } from '../testing/fresh-workspace';
import { addCustomer, addEvent } from '../testing/people';
import { unwrap } from '../testing/unwrap';
import { listMessages } from './list-messages';
import { previewMessage } from './preview-message';

const email = {
  nodeId: 'nod_mail' as const,
  type: 'send-email' as const,
  data: { subject: 'Hello {{ customer.name | default: "you" }}', body: 'Order {{ event.number }}' },
  event: 'Order Completed',
  saved: {},
};

async function shop() {
  const { actor } = await freshWorkspace();
  const { id: journeyId } = unwrap(await createJourney(actor, { name: 'After purchase' }));
  return { actor, journeyId };
}

async function order(actor: Actor, name: string, number: number): Promise<void> {
  const customer = await addCustomer(actor, { 'user-id': name }, { attributes: { name } });
  await addEvent(actor, customer, 'Order Completed', { properties: { number } });
}

it('shows the message as the last customer would get it, and sends nothing', async () => {
  const { actor, journeyId } = await shop();
  await order(actor, 'Ada', 1);
  await order(actor, 'Bob', 2);
  const preview = unwrap(await previewMessage(actor, { ...email, journeyId }));
  expect(preview).toMatchObject({ customerLabel: 'Bob', content: { subject: 'Hello Bob' } });
  expect(preview.content.html).toContain('Order 2');
  expect(unwrap(await listMessages(actor, { limit: 5 })).data).toEqual([]);
});

it('shows it for nobody in particular while nobody is known', async () => {
  const { actor, journeyId } = await shop();
  const preview = unwrap(await previewMessage(actor, { ...email, journeyId }));
  expect(preview).toMatchObject({ customerLabel: null, content: { subject: 'Hello you' } });
});

it('shows a text message', async () => {
  const { actor, journeyId } = await shop();
  const sms = { ...email, type: 'send-sms' as const, data: { text: 'Hi from {{ journey.name }}' } };
  const preview = unwrap(await previewMessage(actor, { ...sms, journeyId }));
  expect(preview.content.text).toContain('Hi from After purchase');
});

it('shows samples of what steps before it keep', async () => {
  const { actor, journeyId } = await shop();
  const data = { subject: 'Take {{ saved.coupon }}, {{ saved.answer.body.tier }}', body: '' };
  const saved = { coupon: 'SAMPLE-1', answer: { body: { tier: '[tier]' } } };
  const preview = unwrap(await previewMessage(actor, { ...email, journeyId, data, saved }));
  expect(preview.content.subject).toBe('Take SAMPLE-1, [tier]');
});

it('says what cannot be rendered', async () => {
  const { actor, journeyId } = await shop();
  const broken = { ...email, journeyId, data: { subject: '{{ customer.name', body: '' } };
  expect(await previewMessage(actor, broken)).toMatchObject({
    ok: false,
    refusal: { code: 'render-failed' },
  });
  const odd = { ...email, journeyId, data: { subject: 7 } };
  expect(await previewMessage(actor, odd)).toMatchObject({ ok: false, refusal: { code: 'invalid-field' } });
});

it('knows no customer of another workspace', async () => {
  const { actor } = await shop();
  await order(actor, 'Ada', 1);
  const stranger = await shop();
  const preview = unwrap(await previewMessage(stranger.actor, { ...email, journeyId: stranger.journeyId }));
  expect(preview.customerLabel).toBeNull();
});
