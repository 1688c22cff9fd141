// A marketer sets quiet hours and a cap: a message waits for the morning, and the next one for its place.
import { randomUUID } from 'node:crypto';
import type { Page } from '@playwright/test';
import { type Credentials, expect, test } from './fixtures';
import { ShopClient } from './shop-client';
import { startSmtpInbox } from './smtp-inbox';

const HOUR = 3_600_000;
const patient = { body: 'Hello.', maxLatenessHours: 72 };
const document = {
  format: 1,
  settings: { reentry: 'unlimited' },
  nodes: [
    { id: 'nod_in', type: 'event-trigger', name: '', data: { event: 'Came By' } },
    { id: 'nod_one', type: 'send-email', name: '', data: { subject: 'First', ...patient } },
    { id: 'nod_two', type: 'send-email', name: '', data: { subject: 'Second', ...patient } },
  ],
  edges: [
    { from: 'nod_in', exit: 'next', to: 'nod_one' },
    { from: 'nod_one', exit: 'next', to: 'nod_two' },
  ],
};

// Other tests run against the same shop.
test.afterEach(async ({ api }) => {
  await api('PUT', '/v1/settings/delivery', {});
});

test('a message waits for the end of the quiet hours, and the next for a place under the cap', async ({
  page,
  api,
  signIn,
  credentials,
  passTime,
}) => {
  const inbox = await startSmtpInbox(3125);
  const shopper = `cleo-${randomUUID().slice(0, 8)}`;
  const subjects = () =>
    inbox.messages.filter(({ to }) => to.includes(`${shopper}@shop.test`)).map(({ email }) => email.subject);
  const { now } = (await api('POST', '/v1/dev/clock', { advanceMs: 0 })) as { now: string };
  await signIn();
  await setRules(page, wallTime(now, -1), wallTime(now, 3));

  const { id } = (await api('POST', '/v1/journeys', { name: 'Came by', document })) as { id: string };
  await api('POST', `/v1/journeys/${id}/publish`);
  await comeBy(credentials, shopper);
  await passTime(1_000);
  await page.goto(`/messages?journey=${id}`);
  await expect(page.getByRole('row', { name: /First/ }).getByText(/Goes/).last()).toBeVisible();
  await page.getByRole('button', { name: /First/ }).click();
  await expect(page.getByRole('dialog').getByText(/customer’s quiet hours/)).toBeVisible();
  expect(subjects()).toEqual([]);

  await passTime(4 * HOUR);
  await expect.poll(subjects).toEqual(['First']);
  await page.goto(`/customers?search=${shopper}`);
  await page.getByRole('link', { name: shopper }).first().click();
  await expect(page.getByText(/as many messages as “One a day” allows/).first()).toBeVisible();

  await passTime(24 * HOUR);
  await expect.poll(subjects).toEqual(['First', 'Second']);
  await inbox.close();
});

async function setRules(page: Page, from: string, to: string): Promise<void> {
  await page.goto('/settings/sending');
  await page.getByRole('switch', { name: 'Keep quiet hours' }).click();
  await page.getByLabel('From', { exact: true }).fill(from);
  await page.getByLabel('To', { exact: true }).fill(to);
  await expect(page.getByText(`Between ${from} and ${to} of the customer’s time`)).toBeVisible();
  await page.getByRole('button', { name: 'Add a cap' }).click();
  const cap = page.getByRole('group', { name: 'Cap 1' });
  await cap.getByLabel('At most').fill('0');
  await page.getByRole('button', { name: 'Save changes' }).click();
  await expect(cap.getByText('Must be at least 1.')).toBeVisible();
  await cap.getByLabel('At most').fill('1');
  await cap.getByLabel('Name').fill('One a day');
  await expect(page.getByText('At most 1 marketing message to one customer within 24 hours.')).toBeVisible();
  await page.getByRole('button', { name: 'Save changes' }).click();
  await expect(page.getByText('Sending rules saved')).toBeVisible();
}

/** The full hour so many hours from an instant, as a clock in UTC shows it. */
function wallTime(instant: string, hours: number): string {
  return `${new Date(Date.parse(instant) + hours * HOUR).toISOString().slice(11, 13)}:00`;
}

async function comeBy({ url, writeKey }: Credentials, shopper: string): Promise<void> {
  const analytics = new ShopClient({ writeKey, host: url, flushAt: 2 });
  const traits = { email: `${shopper}@shop.test`, first_name: shopper, timezone: 'UTC' };
  analytics.identify({ userId: shopper, traits });
  analytics.track({ userId: shopper, event: 'Came By' });
  await analytics.closeAndFlush();
}
