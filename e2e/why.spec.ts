// Why somebody got nothing: read by an associate from the customer, and by a marketer from the step.
import { randomUUID } from 'node:crypto';
import { type Credentials, expect, test } from './fixtures';
import { ShopClient } from './shop-client';

interface Journey {
  id: string;
}

/** Whoever orders for fifty or more is thanked by e-mail. */
const thanks = (event: string) => ({
  format: 1,
  nodes: [
    {
      id: 'nod_order',
      type: 'event-trigger',
      name: 'Big order',
      data: {
        event,
        filter: { type: 'test', subject: 'property', path: ['total'], operator: 'at-least', value: 50 },
      },
    },
    { id: 'nod_mail', type: 'send-email', data: { subject: 'Thank you', body: 'For your order.' } },
  ],
  edges: [{ from: 'nod_order', exit: 'next', to: 'nod_mail' }],
  settings: { reentry: 'once' },
});

async function order({ url, writeKey }: Credentials, shopper: string, event: string): Promise<void> {
  const analytics = new ShopClient({ writeKey, host: url, flushAt: 2 });
  analytics.identify({ userId: shopper, traits: { email: `${shopper}@shop.test`, name: shopper } });
  analytics.track({ userId: shopper, event, properties: { total: 42 } });
  await analytics.closeAndFlush();
}

test('a customer got no e-mail, because the filter asks for more than 42', async ({
  page,
  signIn,
  api,
  credentials,
  passTime,
}) => {
  const shopper = `ada-${randomUUID().slice(0, 8)}`;
  const name = `Thanks ${shopper}`;
  const event = `Ordered ${shopper}`;
  // The API answers with a journey's detail; only its id is needed here.
  const journey = (await api('POST', '/v1/journeys', { name, document: thanks(event) })) as Journey;
  await api('POST', `/v1/journeys/${journey.id}/publish`, {});
  await order(credentials, shopper, event);
  await passTime(0);
  await signIn();

  await test.step('an associate reads it at the customer', async () => {
    await page.goto(`/customers?search=${shopper}`);
    await page.getByRole('link', { name: shopper }).first().click();
    const journeys = page.getByRole('region', { name: 'Journeys' });
    await expect(journeys.getByText('the event’s total was 42; it must be at least 50.')).toBeVisible();
    await journeys.getByRole('link', { name }).click();
    await expect(page.getByRole('heading', { name: `${shopper} and ${name}` })).toBeVisible();
    await expect(page.getByText('the event’s total was 42; it must be at least 50.')).toBeVisible();
  });

  await test.step('a marketer finds it at the trigger, among the events that let nobody in', async () => {
    await page.goto(`/journeys/${journey.id}?node=nod_order`);
    await page.getByRole('tab', { name: 'Reasons' }).click();
    await page.getByRole('button', { name: /the trigger’s filter did not hold/ }).click();
    await expect(page.getByRole('link', { name: shopper })).toBeVisible();
    await expect(page.getByText('the event’s total was 42; it must be at least 50.')).toBeVisible();
  });

  await test.step('and by asking for the person', async () => {
    await page.getByRole('searchbox', { name: 'Why not this person?' }).fill(shopper);
    await page.getByRole('list', { name: 'Customers found' }).getByRole('button', { name: shopper }).click();
    await expect(page.getByText('Did not enter: a test of the filter failed.')).toBeVisible();
    await page.getByRole('link', { name: 'The whole trail' }).click();
    await expect(page.getByRole('heading', { name: `${shopper} and ${name}` })).toBeVisible();
  });

  await test.step('the guide says what it means', async () => {
    await page.goto('/docs/reasons#filter-failed');
    await expect(page.getByText('capitals count')).toBeVisible();
  });
});
