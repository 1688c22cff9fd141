// Every way into a journey: drawn in the studio, published, brought about, and seen to let its customer in.
import { randomUUID } from 'node:crypto';
import type { Page } from '@playwright/test';
import { type Credentials, expect, test } from './fixtures';
import { ShopClient } from './shop-client';

const MINUTE = 60_000;

test('customers come in by event, attribute, date, schedule, catalogue, call and list', async ({
  page,
  api,
  signIn,
  credentials,
  passTime,
}) => {
  const mark = randomUUID().slice(0, 8);
  const sku = `TEA-${mark}`;
  const { now } = (await api('POST', '/v1/dev/clock', { advanceMs: 0 })) as { now: string };
  const soon = new Date(Date.parse(now) + 3 * MINUTE).toISOString();
  const [day = '', time = ''] = [soon.slice(0, 10), soon.slice(11, 16)];
  await api('PUT', '/v1/products', { products: [{ sku, name: 'Green tea', price: 1000, stock: 3 }] });
  await api('POST', '/v1/segments', {
    name: `Others ${mark}`,
    condition: { type: 'event', event: `Never ${mark}` },
  });
  const tell = teller(credentials);
  await tell.identify(`born-${mark}`, { [`renews_${mark}`]: day, timezone: 'UTC' });
  await tell.identify(`moved-${mark}`, { [`plan_${mark}`]: 'free' });
  await tell.track(`looked-${mark}`, `Looked ${mark}`, { product_id: sku });

  await signIn();
  const id = await begin(page, `Entries ${mark}`);
  await write(page, 'Start when this event happens', `Began ${mark}`);
  await lead(page, `Began ${mark}`);
  await draw(page, 'Segment');
  await page.getByRole('combobox', { name: 'Segment', exact: true }).fill('seg_regulars');
  await page.keyboard.press('Tab');
  await expect(page.getByText('No segment has this id.')).toBeVisible();
  await lead(page, 'enters “seg_regulars”');
  await draw(page, 'Attribute change');
  await write(page, 'Start when this attribute changes', `plan_${mark}`);
  await choose(page, 'Which changes count', 'it becomes a value');
  await page.getByLabel('Value', { exact: true }).first().fill('pro');
  await lead(page, `plan_${mark} becomes “pro”`);
  await draw(page, 'Date');
  await write(page, 'Date of the customer', `renews_${mark}`);
  await choose(page, 'How often', 'once');
  await page.getByLabel('At this time of day').fill(time);
  await lead(page, `On renews_${mark}, at ${time}`);
  await draw(page, 'Schedule');
  await choose(page, 'How often', 'once');
  await page.getByLabel('On this day').fill(day);
  await page.getByLabel('At this time of day').fill(time);
  await lead(page, `On ${day} at ${time}`);
  await draw(page, 'Catalogue');
  await write(page, 'For customers who did this with the product', `Looked ${mark}`);
  await page.getByLabel('By at least (percent)').fill('10');
  await lead(page, `by “Looked ${mark}”`);
  await draw(page, 'API call');
  await lead(page, 'another system or journey asks');
  await draw(page, 'List');
  await lead(page, 'by hand or by a list');
  await publish(page);

  await tell.track(`began-${mark}`, `Began ${mark}`, {});
  await tell.identify(`moved-${mark}`, { [`plan_${mark}`]: 'pro' });
  await tell.identify(`called-${mark}`, {});
  await tell.identify(`listed-${mark}`, {});
  await api('PUT', '/v1/products', { products: [{ sku, name: 'Green tea', price: 800, stock: 3 }] });
  await api('POST', `/v1/journeys/${id}/enter`, { userId: `called-${mark}`, idempotencyKey: mark });
  await api('POST', `/v1/journeys/${id}/lists`, { name: 'Guests', people: [{ person: `listed-${mark}` }] });
  await passTime(4 * MINUTE);

  await page.goto(`/customers?search=born-${mark}`);
  await page
    .getByRole('link', { name: `born-${mark}` })
    .first()
    .click();
  await expect(page.getByText('Entered the journey.').first()).toBeVisible();
  for (const [type, least] of await passedBy(api, id)) {
    if (type === 'segment-trigger') continue;
    expect(least, `${type} let somebody in`).toBeGreaterThan(0);
  }
});

interface Drawn {
  document: { nodes: { id: string; type: string }[] };
}

type Ask = (method: string, path: string) => Promise<unknown>;

/** How many went through each trigger. */
async function passedBy(api: Ask, id: string): Promise<[string, number][]> {
  const { document } = (await api('GET', `/v1/journeys/${id}`)) as Drawn;
  const counts = (await api('GET', `/v1/journeys/${id}/counts`)) as Record<string, { passed: number }>;
  return document.nodes
    .filter(({ type }) => type.endsWith('-trigger'))
    .map(({ id: node, type }) => [type, counts[node]?.passed ?? 0]);
}

async function begin(page: Page, name: string): Promise<string> {
  await page.getByRole('button', { name: 'New journey' }).click();
  await page.getByRole('dialog').getByLabel('Name').fill(name);
  await page.getByRole('button', { name: 'Create journey' }).click();
  await page.waitForURL(/\/journeys\/jrn_/);
  await page.getByRole('button', { name: /Choose the event that starts this journey/ }).click();
  return new URL(page.url()).pathname.split('/').at(-1) ?? '';
}

/** A further way in, from the list of steps; its form opens. */
async function draw(page: Page, name: string): Promise<void> {
  await page.getByRole('complementary', { name: 'Steps' }).getByRole('button', { name, exact: true }).click();
}

/** Lets the way in end at an exit of its own. */
async function lead(page: Page, summary: string): Promise<void> {
  await expect(page.getByText(summary).first()).toBeVisible();
  await page.keyboard.press('Escape');
  await page
    .getByRole('button', { name: /^Add a step after/ })
    .last()
    .click();
  await page.getByPlaceholder('Search steps').fill('Exit');
  await page.keyboard.press('Enter');
  await page.keyboard.press('Escape');
}

/** What was seen lately is offered below the field, until the field is left. */
async function write(page: Page, label: string, text: string): Promise<void> {
  await page.getByLabel(label).fill(text);
  await page.keyboard.press('Tab');
}

async function choose(page: Page, label: string, option: string): Promise<void> {
  await page.getByLabel(label, { exact: true }).click();
  await page.getByRole('option', { name: option, exact: true }).click();
}

async function publish(page: Page): Promise<void> {
  await expect(page.getByText('Saved', { exact: true })).toBeVisible();
  await page.getByRole('button', { name: 'Publish', exact: true }).click();
  await page.getByRole('dialog').getByRole('button', { name: 'Publish' }).click();
  await expect(page.getByText('Version 1 is live')).toBeVisible();
}

function teller({ url, writeKey }: Credentials) {
  const send = async (call: (analytics: ShopClient) => void) => {
    const analytics = new ShopClient({ writeKey, host: url, flushAt: 1 });
    call(analytics);
    await analytics.closeAndFlush();
  };
  return {
    track: (userId: string, event: string, properties: Record<string, unknown>) =>
      send((analytics) => analytics.track({ userId, event, properties })),
    identify: (userId: string, traits: Record<string, unknown>) =>
      send((analytics) => analytics.identify({ userId, traits })),
  };
}
