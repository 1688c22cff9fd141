// Steps that write and ask: drawn by their forms, published, and seen to have done what they say.
import { randomUUID } from 'node:crypto';
import { addAfter, choose } from './draw';
import { expect, test } from './fixtures';
import { ShopClient } from './shop-client';

test('a customer is counted, tagged, given a coupon, and somebody is asked to call', async ({
  page,
  signIn,
  credentials,
  passTime,
}) => {
  const mark = randomUUID().slice(0, 8);
  await signIn();
  await page.getByRole('button', { name: 'New journey' }).click();
  await page.getByRole('dialog').getByLabel('Name').fill(`Data ${mark}`);
  await page.getByRole('button', { name: 'Create journey' }).click();
  await page.waitForURL(/\/journeys\/jrn_/);
  await page.getByRole('button', { name: /Choose the event that starts this journey/ }).click();
  await page.getByLabel('Start when this event happens').fill(`Ordered ${mark}`);

  await addAfter(page, /Ordered|Event/, 'Set attribute');
  await page.getByRole('combobox', { name: 'Attribute', exact: true }).fill('orders');
  await choose(page, 'What happens to it', 'is counted up');
  await page.getByLabel('By how much').fill('2');
  await addAfter(page, /Set attribute/, 'Tag');
  await page.getByRole('textbox', { name: 'Tag', exact: true }).fill(`buyer-${mark}`);
  await addAfter(page, /Tag/, 'Emit event');
  await page.getByRole('combobox', { name: 'Event that happens' }).fill(`Echo ${mark}`);
  await page.getByRole('button', { name: 'Add a property' }).click();
  await page.getByRole('textbox', { name: 'Property', exact: true }).fill('total');
  await page.getByRole('combobox', { name: 'Or copy it from' }).fill('total');
  await addAfter(page, /Emit event/, 'Issue coupon');
  await page.getByLabel('Coupon pool').selectOption({ label: 'Thank you, 10 % off' });
  await expect(page.getByText('{{ saved.coupon }}')).toBeVisible();
  await addAfter(page, /Issued/, 'Webhook');
  await page.getByRole('textbox', { name: 'Address to call' }).fill('https://shop.example/hook');
  await page.getByRole('switch', { name: 'Wait for the answer' }).click();
  await addAfter(page, /Webhook$/, 'Create task');
  await choose(page, 'Team', 'Sales');
  await page
    .getByRole('textbox', { name: 'What there is to do' })
    .fill(`Call ${mark} about {{ saved.coupon }}`);
  await expect(page.getByText('Saved', { exact: true })).toBeVisible();
  await page.getByRole('button', { name: 'Publish', exact: true }).click();
  await page.getByRole('dialog').getByRole('button', { name: 'Publish' }).click();
  await expect(page.getByText('Version 1 is live')).toBeVisible();

  const analytics = new ShopClient({ writeKey: credentials.writeKey, host: credentials.url, flushAt: 1 });
  analytics.track({ userId: mark, event: `Ordered ${mark}`, properties: { total: 12 } });
  await analytics.closeAndFlush();
  await passTime(1_000);

  await page.goto(`/customers?search=${mark}`);
  await page.getByRole('link', { name: mark }).first().click();
  for (const sentence of [
    'An attribute was set.',
    `The tag “buyer-${mark}” was put on.`,
    `The event “Echo ${mark}” was made to happen.`,
    /The coupon code “.+” was issued\./,
    'The webhook answered.',
    'A task was created for a team.',
  ]) {
    await expect(page.getByText(sentence).first()).toBeVisible();
  }
  await page.goto('/tasks');
  await expect(page.getByText(new RegExp(`Call ${mark} about \\S+`)).first()).toBeVisible();
});

test('every type of step is explained, and its form leads there', async ({ page, signIn }) => {
  await signIn();
  await page.goto('/docs/nodes#issue-coupon');
  await expect(page.getByRole('heading', { name: 'Issue coupon issue-coupon' })).toBeVisible();
  await expect(page.getByText('Takes a code from a coupon pool, each once')).toBeVisible();
  await expect(page.getByRole('link', { name: 'coupon-none-left' })).toHaveAttribute(
    'href',
    '/docs/reasons#coupon-none-left',
  );
});
