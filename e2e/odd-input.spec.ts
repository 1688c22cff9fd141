// What is odd, empty or too much gets a sentence: nobody is left with a broken figure, and nothing sensible is forbidden.
import { randomUUID } from 'node:crypto';
import type { Page } from '@playwright/test';
import { addLine, pick } from './condition-lines';
import { becomeOwner, openEmptyShop, writeKeyOf } from './empty-shop';
import { expect, test } from './fixtures';
import { ShopClient } from './shop-client';

const fresh = (name: string) => `${name} ${randomUUID().slice(0, 8)}`;

test('a shop without anybody, and then with one customer, is shown in whole sentences', async ({ page }) => {
  const shop = await openEmptyShop();
  try {
    await becomeOwner(page);
    const shows = showsOf(page, shop.url);
    await test.step('nobody', async () => {
      await shows('/segments', 'No segments yet');
      await shows('/segments/new', 'There are no customers yet.');
      await shows('/analytics/retention', 'Nobody has done “Order Completed” in this time yet.');
      await shows(
        '/analytics/retention?measure=brackets&brackets=1-3&clock=elapsed',
        'There are no orders yet.',
      );
      await shows('/experiments', 'Nothing is being tried yet');
    });
    await sendOrders(await writeKeyOf(page), shop.url);
    await test.step('days around a change of the clock, all came back, none did, two currencies', async () => {
      const days = '/analytics/retention?unit=day&cohorts=3&from=2026-03-28';
      await shows(days, '1 order has no total in EUR and adds nothing here.');
      // Between the second and the third order lie two minutes, and midnight in Dublin.
      await expect(page.getByTitle('1 of 1 person of Mar 28, 2026 came back (100%)')).toHaveCount(2);
      await shows(`${days}&returns=Order+Refunded`, 'Who came back');
      await expect(page.getByTitle('0 of 1 person of Mar 28, 2026 came back (0%)')).toHaveCount(2);
    });
    await test.step('a segment of one', async () => {
      await page.goto(`${shop.url}/segments/new`);
      await expect(page.getByText('With 1 buyer over', { exact: false })).toBeVisible();
      await page.getByLabel('Name', { exact: true }).fill('Everybody');
      await page.getByRole('button', { name: 'Create segment' }).click();
      await expect(page.getByRole('heading', { name: 'Everybody' })).toBeVisible();
      await expect(page.getByRole('link', { name: 'ada', exact: true })).toBeVisible();
      const { pathname } = new URL(page.url());
      await shows(`${pathname}?face=charts`, 'There is no other segment yet to lay over this one.');
      await shows(`${pathname}?face=persona`, 'Of the one person in it now.');
    });
  } finally {
    shop.stop();
  }
});

/** Goes there and finds the sentence, and no figure that is none. */
function showsOf(page: Page, url: string) {
  return async (address: string, sentence: string) => {
    await page.goto(url + address);
    await expect(page.getByText(sentence).first()).toBeVisible();
    await expect(page.getByRole('main')).not.toContainText(/NaN|Infinity|undefined|null/);
  };
}

async function sendOrders(writeKey: string, host: string): Promise<void> {
  const shop = new ShopClient({ writeKey, host, flushAt: 10 });
  shop.identify({ userId: 'ada', traits: { city: 'Cork', age: 42 } });
  const orders = [
    { at: '2026-03-28T23:30:00Z', properties: { total: 20, currency: 'EUR' } },
    { at: '2026-03-29T22:59:00Z', properties: { total: 20, currency: 'EUR' } },
    { at: '2026-03-29T23:01:00Z', properties: { total: 30, currency: 'USD' } },
  ];
  for (const { at, properties } of orders) {
    shop.track({ userId: 'ada', event: 'Order Completed', properties, timestamp: new Date(at) });
  }
  await shop.closeAndFlush();
}

test('a name that never came and a value of another kind are pointed out, and stay allowed', async ({
  page,
  signIn,
}) => {
  await signIn();
  await page.goto('/segments/new');
  const name = fresh('Odd');
  await page.getByLabel('Name', { exact: true }).fill(name);
  const attribute = await addLine(page, 'Customer attribute');
  await attribute.getByLabel('Which value').fill('city');
  await pick(page, attribute.getByLabel('How it is compared'), 'more than');
  await attribute.getByLabel('Value', { exact: true }).fill('5');
  await expect(
    page.getByText(/“city” has been text so far, such as “.+”, and this asks for a number/),
  ).toBeVisible();
  await attribute.getByLabel('Which value').fill('shoe_sise');
  await expect(page.getByText('“shoe_sise” has not been seen lately.')).toBeVisible();
  const event = await addLine(page, 'Did / did not do');
  await event.getByRole('combobox', { name: 'Event', exact: true }).fill('Order Complet');
  await expect(page.getByText('This event has not arrived lately.')).toBeVisible();
  await page.getByRole('button', { name: 'Create segment' }).click();
  await expect(page.getByRole('heading', { name })).toBeVisible();
});

test('segments made of each other in a circle are refused by their names', async ({ page, api, signIn }) => {
  const [outer, inner] = [fresh('Outer'), fresh('Inner')];
  const known = { type: 'test', subject: 'attribute', path: ['city'], operator: 'is-set' };
  const made = (name: string, condition: object) =>
    api('POST', '/v1/segments', { name, condition }) as Promise<{ id: string }>;
  const { id } = await made(inner, known);
  await made(outer, { type: 'segment', segmentId: id });
  await signIn();
  await page.goto(`/segments/${id}?face=condition`);
  const line = await addLine(page, 'Segment');
  await line.getByRole('combobox', { name: 'Segment', exact: true }).fill(outer);
  await page.getByRole('button', { name: 'Save', exact: true }).click();
  const way = `“${inner}” → “${outer}” → “${inner}”`;
  await expect(page.getByText(`Segments cannot be made of each other in a circle: ${way}.`)).toBeVisible();
});

test('a condition that costs too much is not counted, and a cheaper one is offered', async ({
  page,
  signIn,
}) => {
  const often = (_: unknown, index: number) => ({
    type: 'event',
    event: 'Product Viewed',
    count: 90 + index,
  });
  const condition = { type: 'any', of: Array.from({ length: 48 }, often) };
  await signIn();
  await page.goto(`/segments/new?${new URLSearchParams({ condition: JSON.stringify(condition) })}`);
  const preview = page.getByRole('region', { name: 'Who that is now' });
  // So many lines take a busy machine a while to draw, and to count.
  await expect(preview.getByText('Counting this takes too long.')).toBeVisible({ timeout: 60_000 });
  await preview.getByRole('button', { name: 'Look back over 90 days only' }).click();
  await expect(preview.getByText('Nobody')).toBeVisible({ timeout: 60_000 });
  await expect(page.getByText('in the last 90 days', { exact: false }).first()).toBeVisible();
  await page.getByRole('button', { name: 'Undo' }).click();
  await expect(preview.getByText('Counting this takes too long.')).toBeVisible();
});
