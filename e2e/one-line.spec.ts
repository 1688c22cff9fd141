// The whole line: a marketer draws and publishes, a real client sends events, a real e-mail arrives because of them.
import { randomUUID } from 'node:crypto';
import type { Page } from '@playwright/test';
import { addAfter } from './draw';
import { type Credentials, expect, test } from './fixtures';
import { ShopClient } from './shop-client';
import { startSmtpInbox } from './smtp-inbox';

const HOUR = 3_600_000;
/** Of this run alone, so that no other journey listens. */
const EVENT = `Basket Left ${randomUUID().slice(0, 8)}`;

test('a basket is left behind, an hour passes, the reminder arrives and its reason can be read', async ({
  page,
  signIn,
  credentials,
  passTime,
}) => {
  const inbox = await startSmtpInbox(3125);
  const shopper = `ada-${randomUUID().slice(0, 8)}`;
  await signIn();
  await draw(page);
  await publish(page);
  await leaveBasket(credentials, shopper);
  await expect(page.getByText('1 here now')).toBeVisible();
  await passTime(HOUR + 1_000);

  const { email } = await inbox.mailTo(`${shopper}@shop.test`);
  expect(email.to?.[0]?.address).toBe(`${shopper}@shop.test`);
  expect(email.subject).toBe(`You left something, ${shopper}`);
  expect(email.headers).toContainEqual(
    expect.objectContaining({ key: 'list-unsubscribe-post', value: 'List-Unsubscribe=One-Click' }),
  );

  await page.goto('/messages');
  await page.getByText(`You left something, ${shopper}`).first().click();
  await expect(page.getByRole('dialog').getByText('Sent').first()).toBeVisible();

  await page.goto(`/customers?search=${shopper}`);
  await page.getByRole('link', { name: shopper }).first().click();
  await expect(page.getByText('did not happen in time').first()).toBeVisible();
  await inbox.close();
});

async function draw(page: Page): Promise<void> {
  await page.getByRole('button', { name: 'New journey' }).click();
  await page.getByRole('dialog').getByLabel('Name').fill('Basket left behind');
  await page.getByRole('button', { name: 'Create journey' }).click();
  await page.waitForURL(/\/journeys\/jrn_/);
  await page.getByRole('button', { name: /Choose the event that starts this journey/ }).click();
  await page.getByLabel('Start when this event happens').fill(EVENT);
  await addAfter(page, /Basket Left|Event/, 'Wait for event');
  await page.getByRole('combobox', { name: 'Wait for this event' }).fill('Order Completed');
  await addAfter(page, /Time is over/, 'E-mail');
  await page.getByRole('textbox', { name: 'Subject' }).fill('You left something, {{ customer.first_name }}');
  await page
    .getByRole('textbox', { name: 'Text' })
    .fill('Your basket is still here, {{ customer.first_name }}.');
  await expect(page.getByText('Saved', { exact: true })).toBeVisible();
}

async function publish(page: Page): Promise<void> {
  await page.getByRole('button', { name: 'Publish', exact: true }).click();
  await page.getByRole('dialog').getByRole('button', { name: 'Publish' }).click();
  await expect(page.getByText('Version 1 is live')).toBeVisible();
}

async function leaveBasket({ url, writeKey }: Credentials, shopper: string): Promise<void> {
  const analytics = new ShopClient({ writeKey, host: url, flushAt: 2 });
  analytics.identify({ userId: shopper, traits: { email: `${shopper}@shop.test`, first_name: shopper } });
  analytics.track({ userId: shopper, event: EVENT, properties: { total: 49.9 } });
  await analytics.closeAndFlush();
}
