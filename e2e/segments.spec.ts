// Segments: built of every kind of line by mouse and by keyboard alone, started from a ready one, and moved by time.
import { randomUUID } from 'node:crypto';
import type { Page } from '@playwright/test';
import { addLine, pick } from './condition-lines';
import { type Credentials, expect, test } from './fixtures';
import { ShopClient } from './shop-client';

const fresh = (name: string) => `${name} ${randomUUID().slice(0, 8)}`;

test('a segment is built of every kind of line by mouse, and says in a sentence whom it means', async ({
  page,
  api,
  signIn,
}) => {
  const outer = fresh('Everybody known');
  const known = { type: 'test', subject: 'attribute', path: ['city'], operator: 'is-set' };
  await api('POST', '/v1/segments', { name: outer, condition: known });
  await signIn();
  await page.goto('/segments/new');
  const name = fresh('Every kind');
  await page.getByLabel('Name', { exact: true }).fill(name);

  const attribute = await addLine(page, 'Customer attribute');
  await attribute.getByLabel('Which value').fill('cit');
  await page.getByRole('option', { name: /^city/ }).click();
  await pick(page, attribute.getByLabel('How it is compared'), 'is not');
  await attribute.getByLabel('Value', { exact: true }).fill('Lond');
  await page.getByRole('option', { name: 'London' }).click();

  const event = await addLine(page, 'Did / did not do');
  await pick(page, event.getByLabel('Whether and how often'), 'adds up to');
  await event.getByRole('combobox', { name: 'Event', exact: true }).fill('Order Completed');
  await event.getByLabel('Property that is measured').fill('total');
  await event.getByLabel('Amount').fill('50');
  await pick(page, event.getByLabel('Since when'), 'in the last');
  await event.getByRole('button', { name: 'Only with certain items' }).click();
  await event
    .getByRole('group', { name: 'Property 1 of the item' })
    .getByLabel('Which value')
    .fill('category');
  await event
    .getByRole('group', { name: 'Property 1 of the item' })
    .getByLabel('Value', { exact: true })
    .fill('Pantry');

  const sequence = await addLine(page, 'One thing after another');
  await sequence.getByRole('combobox', { name: 'First event', exact: true }).fill('Product Viewed');
  await pick(page, sequence.getByLabel('What came after it'), 'and then did not do');
  await sequence.getByRole('combobox', { name: 'Event after it' }).fill('Checkout Started');

  const date = await addLine(page, 'Date');
  await date.getByLabel('Which value').fill('birthday');
  await pick(page, date.getByLabel('How it is compared'), 'has its anniversary in the next');

  const segment = await addLine(page, 'Segment');
  await segment.getByRole('combobox', { name: 'Segment', exact: true }).fill(outer);

  const sample = await addLine(page, 'Random sample');
  await sample.getByLabel('Percent of all customers').fill('50');

  const product = await addLine(page, 'Product in stock');
  await product.getByLabel('SKU', { exact: true }).fill('NO-SUCH-SKU');

  for (const part of [
    'the customer’s city is not “London”',
    'the customer’s Order Completed add up to at least 50 by total in the last 30 days with an item of products where category is “Pantry”',
    'the customer did Product Viewed and then not Checkout Started within 3 days',
    'the customer’s birthday has its anniversary in the next 7 days',
    `the customer is in the segment ${outer}`,
    'the customer is in a random 50 % of all',
    'the product NO-SUCH-SKU is in stock',
  ]) {
    await expect(page.getByText(part, { exact: false }).first()).toBeVisible();
  }
  await expect(page.getByRole('region', { name: 'Who that is now' }).getByText('Nobody')).toBeVisible();
  await product.getByRole('button', { name: 'Remove condition' }).click();
  await page.getByRole('button', { name: 'Undo' }).click();
  await expect(page.getByText('the product NO-SUCH-SKU is in stock').first()).toBeVisible();
  await page.getByRole('button', { name: 'Create segment' }).click();
  await expect(page.getByRole('heading', { name })).toBeVisible();
});

test('the same kind of segment is built by keyboard alone', async ({ page, signIn }) => {
  await signIn();
  await page.goto('/segments/new');
  const name = fresh('By keyboard');
  const keys = page.keyboard;
  await page.getByLabel('Name', { exact: true }).focus();
  await keys.type(name);
  await tabTo(page, 'Add condition');
  await keys.press('Enter');
  await focusIs(page, 'Customer attribute');
  await keys.press('ArrowDown');
  await focusIs(page, 'Did / did not do');
  await keys.press('Enter');
  await focusIs(page, 'Whether and how often');
  await tabTo(page, 'Event');
  await keys.type('Order Completed');
  await tabTo(page, 'Since when');
  await keys.press('Enter');
  await expect(page.locator('[role=option]:focus')).toBeVisible();
  await keys.type('in the');
  await keys.press('Enter');
  await expect(page.getByRole('listbox')).toHaveCount(0);
  await expect(
    page.getByText('Holds when the customer did Order Completed in the last 30 days.'),
  ).toBeVisible();
  await keys.press('Control+z');
  await expect(page.getByText('Holds when the customer did Order Completed.')).toBeVisible();
  await keys.press('Control+Shift+z');
  await expect(
    page.getByText('Holds when the customer did Order Completed in the last 30 days.'),
  ).toBeVisible();
  await tabTo(page, 'Create segment');
  await keys.press('Enter');
  await expect(page.getByRole('heading', { name })).toBeVisible();
});

test('a segment that is typed before the choices came is found once they are there', async ({
  page,
  api,
  signIn,
}) => {
  const outer = fresh('Late');
  const known = { type: 'test', subject: 'attribute', path: ['city'], operator: 'is-set' };
  await api('POST', '/v1/segments', { name: outer, condition: known });
  let letThrough = () => {};
  const isOpen = new Promise<void>((resolve) => {
    letThrough = resolve;
  });
  await page.route('**/v1/segments?*', async (route) => {
    await isOpen;
    await route.continue();
  });
  await signIn();
  await page.goto('/segments/new');
  const segment = await addLine(page, 'Segment');
  const box = segment.getByRole('combobox', { name: 'Segment', exact: true });
  await box.fill(outer);
  const sentence = page.getByText(`the customer is in the segment ${outer}`).first();
  await expect(sentence).toBeHidden();
  letThrough();
  await expect(sentence).toBeVisible();
  await expect(box).toHaveValue(outer);
});

test('a ready segment is taken, changed, saved, and the change taken back', async ({ page, signIn }) => {
  await signIn();
  await page.goto('/segments/new');
  await page.getByRole('button', { name: /^Champions/ }).click();
  const name = fresh('Champions');
  await page.getByLabel('Name', { exact: true }).fill(name);
  await page.getByRole('button', { name: 'Create segment' }).click();
  await expect(page.getByRole('heading', { name })).toBeVisible();
  await page.getByRole('tab', { name: 'Condition' }).click();
  await page.getByRole('button', { name: 'Remove condition' }).first().click();
  await page.getByRole('button', { name: 'Save', exact: true }).click();
  await expect(page.getByText(`“${name}” is saved`)).toBeVisible();
  await page
    .getByRole('region', { name: /Notifications/ })
    .getByRole('button', { name: 'Undo' })
    .click();
  await expect(page.getByText(`“${name}” is as it was before`)).toBeVisible();
});

test('a window that closes lets a customer out of a segment and into a journey', async ({
  page,
  api,
  passTime,
  signIn,
  credentials,
}) => {
  const looked = fresh('Looked');
  const who = fresh('visitor').replace(' ', '-');
  const within = { amount: 3, unit: 'days' };
  const condition = { type: 'event', event: looked, within };
  const segment = (await api('POST', '/v1/segments', { name: looked, condition })) as { id: string };
  const journey = (await api('POST', '/v1/journeys', {
    name: fresh('Win back'),
    document: drawing(segment.id),
  })) as { id: string };
  await api('POST', `/v1/journeys/${journey.id}/publish`, {});
  await passTime(0);
  await look(credentials, who, looked);
  await passTime(0);
  await signIn();
  await page.goto(`/segments/${segment.id}`);
  await expect(page.getByRole('link', { name: who })).toBeVisible();
  await passTime(3 * 86_400_000 + 60_000);
  await page.goto(`/segments/${segment.id}`);
  await expect(page.getByText('Nobody is in it now')).toBeVisible();
  await page.goto(`/customers?search=${who}`);
  await page.getByRole('link', { name: who }).first().click();
  await expect(page.getByText('Entered the journey.').first()).toBeVisible();
});

async function look({ url, writeKey }: Credentials, userId: string, event: string): Promise<void> {
  const analytics = new ShopClient({ writeKey, host: url, flushAt: 1 });
  analytics.track({ userId, event, properties: {} });
  await analytics.closeAndFlush();
}

function drawing(segmentId: string) {
  return {
    format: 1,
    nodes: [
      { id: 'nod_a', type: 'segment-trigger', name: '', data: { segmentId, on: 'left', filter: null } },
      { id: 'nod_b', type: 'exit', name: '', data: {} },
    ],
    edges: [{ from: 'nod_a', exit: 'next', to: 'nod_b' }],
    settings: { reentry: 'unlimited' },
  };
}

/** What a screen reader would call the control that has the focus. */
function focused(page: Page): Promise<string> {
  return page.evaluate(() => {
    const here = document.activeElement;
    return (here?.getAttribute('aria-label') ?? here?.textContent ?? '').trim().slice(0, 80);
  });
}

async function focusIs(page: Page, name: string): Promise<void> {
  await expect.poll(() => focused(page)).toBe(name);
}

/** Presses Tab until a control of that name has the focus, as somebody without a mouse would. */
async function tabTo(page: Page, name: string): Promise<void> {
  for (let steps = 0; steps < 80; steps += 1) {
    if ((await focused(page)) === name) return;
    await page.keyboard.press('Tab');
  }
  throw new Error(`Tab never led to ${name}`);
}
