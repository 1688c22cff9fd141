// A marketer leaves some customers without marketing, reads what it is worth to the others, and sees whom a number counts.
import { randomUUID } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { expect, test } from './fixtures';
import { ShopClient } from './shop-client';

const DAY = 86_400_000;
const PEOPLE = 60;

interface Report {
  until: string;
  months: { sinceStart: Record<'heldOut' | 'treated', { people: number; converted: number }> }[];
}

// Other tests run against the same shop, and their messages must go out.
test.afterEach(async ({ api }) => {
  await api('PUT', '/v1/settings/delivery', {});
});

test('what marketing is worth is read, taken away, and followed to its people', async ({
  page,
  api,
  signIn,
  passTime,
  credentials,
}) => {
  await signIn();
  await test.step('some are held out', async () => {
    await page.goto('/settings/sending');
    await page.getByLabel('Percent of customers').fill('15');
    await page.getByRole('button', { name: 'Save changes' }).click();
    await expect(page.getByText('Sending rules saved')).toBeVisible();
    await passTime(DAY);
  });

  await test.step('people order', async () => {
    const mark = randomUUID().slice(0, 8);
    const shop = new ShopClient({
      ...{ writeKey: credentials.writeKey, host: credentials.url, flushAt: PEOPLE },
    });
    const people = Array.from({ length: PEOPLE }, (_, at) => `${mark}-${at}`);
    for (const userId of people) shop.identify({ userId, traits: { email: `${userId}@shop.test` } });
    await shop.flush();
    await passTime(DAY);
    for (const userId of people)
      shop.track({ userId, event: 'Order Completed', properties: { total: 20, currency: 'EUR' } });
    await shop.closeAndFlush();
    await passTime(DAY);
  });

  await test.step('the page tells what the API tells', async () => {
    await page.goto('/experiments');
    await page.getByRole('link', { name: 'What marketing is worth' }).click();
    await expect(page.getByRole('heading', { name: 'What marketing is worth' })).toBeVisible();
    await expect(page.getByText(/people are held out\. With fewer than 1,000/)).toBeVisible();
    const { months } = (await api('GET', '/v1/holdout')) as Report;
    const { heldOut, treated } = months.at(-1)?.sinceStart ?? {};
    expect((heldOut?.converted ?? 0) + (treated?.converted ?? 0)).toBeGreaterThanOrEqual(PEOPLE);
    const row = page.getByRole('row', { name: /^With an order/ });
    await expect(row.getByRole('link', { name: `${heldOut?.converted}`, exact: true })).toBeVisible();
    await expect(row.getByRole('link', { name: `${treated?.converted}`, exact: true })).toBeVisible();
  });

  await test.step('its figures are taken away', async () => {
    await page.getByRole('link', { name: 'Each month alone' }).click();
    await expect(page).toHaveURL(/view=alone/);
    await page.getByRole('button', { name: 'Download “Month by month”' }).click();
    const waiting = page.waitForEvent('download');
    await page.getByRole('menuitem', { name: 'Figures as CSV' }).click();
    const lines = readFileSync(await (await waiting).path(), 'utf8')
      .trim()
      .split('\r\n');
    expect(lines[0]).toContain('Held out: with an order');
    expect(lines.length).toBeGreaterThan(1);
  });

  await test.step('a number leads to its people', async () => {
    const held = page
      .getByRole('row', { name: /^With an order/ })
      .getByRole('link')
      .nth(1);
    const count = Number(await held.textContent());
    await held.click();
    await expect(page.getByRole('heading', { name: 'Held out, with an order' })).toBeVisible();
    // Beside the head, a row for each of them.
    await expect(page.getByRole('main').getByRole('row')).toHaveCount(count + 1);
    await page.getByRole('link', { name: 'Back to what marketing is worth' }).click();
    await expect(page).toHaveURL(/experiments\/holdout\?/);
  });
});
