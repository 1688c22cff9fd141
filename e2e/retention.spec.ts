// A marketer sees who comes back, asks who the people behind a number are, and keeps them as a segment.
import { randomUUID } from 'node:crypto';
import { expect, test } from './fixtures';
import { ShopClient } from './shop-client';

test('goes from a cohort to its people and saves them as a segment', async ({ page, signIn }) => {
  await signIn();
  await page.goto('/analytics/retention');
  const triangle = page.getByRole('table').filter({ hasText: 'Average' });
  await expect(triangle.getByRole('columnheader', { name: 'Month 0' })).toBeVisible();
  // By keyboard: every number is a link with the whole sentence as its name.
  const cell = triangle
    .getByRole('row')
    .nth(2)
    .getByRole('link', { name: /people of .+ came back/ })
    .first();
  const sentence = (await cell.getAttribute('title')) ?? '';
  const people = Number(sentence.split(' ')[0]);
  await cell.focus();
  await page.keyboard.press('Enter');
  await expect(page.getByRole('heading', { name: /^Came back:/ })).toBeVisible();
  if (people < 50) await expect(page.locator('tbody').getByRole('row')).toHaveCount(people);
  await expect(page.getByText(new RegExp(`^${people} of `))).toBeVisible();

  await page.getByRole('button', { name: 'Save as segment' }).click();
  await page.getByRole('dialog').getByLabel('Name').fill('Came back after a month');
  await page.getByRole('button', { name: 'Save the segment' }).click();
  await expect(page.getByRole('heading', { name: 'Came back after a month' })).toBeVisible();
});

test('leads from the size of a cohort to everybody in it, also where columns are spans', async ({
  page,
  signIn,
}) => {
  await signIn();
  await page.goto('/analytics/retention?measure=brackets&brackets=1-2');
  const size = page
    .getByRole('table')
    .filter({ hasText: 'Average' })
    .getByRole('link', { name: /^\S+ [\d,]+ (people|person) of / })
    .first();
  const told = (await size.getAttribute('title')) ?? '';
  await size.click();
  await expect(page.getByRole('heading', { name: /^The cohort of / })).toBeVisible();
  await expect(page.getByText(`${told.split(' of ')[0]}.`, { exact: true })).toBeVisible();
  await expect(page.getByRole('button', { name: 'Save as segment' })).toBeVisible();
  // The number that led there is held against the rows.
  await page.goto(page.url().replace(/counted=\d+/, 'counted=999999'));
  await expect(page.getByText('The report said 999,999')).toBeVisible();
});

test('asks about some orders only, and looks at two journeys side by side', async ({ page, api, signIn }) => {
  const { data } = (await api('GET', '/v1/journeys')) as { data: { name: string }[] };
  const names = data.slice(0, 2).map(({ name }) => name);
  await signIn();
  await page.goto('/analytics/retention');
  const form = page.getByRole('form', { name: 'What to count' });
  const began = form.getByRole('group', { name: 'Began with' });
  await began.getByRole('button', { name: 'Only with certain properties' }).click();
  await began.getByRole('combobox', { name: 'Which value' }).fill('total');
  await page.keyboard.press('Tab');
  await form.getByLabel('Side by side').selectOption('journeys');
  for (const name of names) await form.getByRole('checkbox', { name, exact: true }).first().check();
  await form.getByRole('button', { name: 'Show', exact: true }).click();
  await page.waitForURL(/startWhere=/);
  for (const name of names)
    await expect(page.getByRole('heading', { name: `Who came back: ${name}` })).toBeVisible();
  await expect(began.getByRole('combobox', { name: 'Which value' })).toHaveValue('total');
  await expect(page.getByText(/^As of /)).toBeVisible();
});

test('says what is counted, and offers the figures', async ({ page, signIn }) => {
  await signIn();
  await page.goto('/analytics/retention?unit=week&cohorts=8&show=people');
  await expect(page.getByRole('columnheader', { name: 'Week 7' })).toBeVisible();
  await expect(page.getByText('So far: this period is not over')).toBeVisible();
  await page.getByRole('button', { name: 'How “Who came back” is reckoned' }).focus();
  await expect(page.getByRole('tooltip')).toContainText('weeks from Monday');
  await page.getByRole('button', { name: 'Download “Who came back”' }).click();
  const download = page.waitForEvent('download');
  await page.getByRole('menuitem', { name: 'Figures as CSV' }).click();
  expect((await download).suggestedFilename()).toBe('Who came back.csv');
  await page.getByRole('button', { name: 'Download “Value per customer”' }).click();
  const picture = page.waitForEvent('download');
  await page.getByRole('menuitem', { name: 'Picture as PNG' }).click();
  expect((await picture).suggestedFilename()).toBe('Value per customer.png');
});

test('leads from every curve and bar to its people', async ({ page, api, signIn }) => {
  const report = (await api('GET', '/v1/analytics/repeat-purchase')) as {
    shares: { people: number }[];
  };
  await signIn();
  await page.goto('/analytics/retention');
  const chart = (title: string) => page.getByRole('figure').filter({ hasText: title });
  const follow = async (title: string) => {
    await chart(title).getByText('Show the figures').click();
    await chart(title).getByRole('table').getByRole('link').first().click();
  };
  await follow('Customers who ordered again');
  await expect(page.getByRole('heading', { name: 'Customers with 2 or more orders' })).toBeVisible();
  const again = report.shares[1]?.people ?? 0;
  await expect(page.locator('tbody').getByRole('row')).toHaveCount(Math.min(again, 50));
  await expect(page.getByRole('button', { name: 'Save as segment' })).toBeVisible();
  await page.goto('/analytics/retention');
  await follow('Days until the second order');
  await expect(page.getByRole('heading', { name: /^Ordered a second time within/ })).toBeVisible();
  await expect(page.getByText('conditions do not know how long somebody waited')).toBeVisible();
  await page.goto('/analytics/retention');
  await follow('Value per customer');
  await expect(page.getByRole('heading', { name: /^First order in / })).toBeVisible();
  await page.goto('/analytics/retention');
  await follow('Share who came back');
  await expect(page.getByRole('heading', { name: 'Came back: all cohorts, Month 1' })).toBeVisible();
});

test('goes from a cell to its segment, and from there to a journey that lets people in', async ({
  page,
  api,
  signIn,
  credentials,
  passTime,
}) => {
  const mark = randomUUID().slice(0, 8);
  const segment = `Back again ${mark}`;
  await signIn();
  // Last month's newcomers who came back in this one.
  await page.goto('/analytics/retention');
  const cohorts = page.getByRole('table').filter({ hasText: 'Average' }).getByRole('row');
  await cohorts.nth(-3).getByRole('link').nth(1).click();
  await page.getByRole('button', { name: 'Save as segment' }).click();
  await page.getByRole('dialog').getByLabel('Name').fill(segment);
  await page.getByRole('button', { name: 'Save the segment' }).click();
  await expect(page.getByRole('heading', { name: segment })).toBeVisible();
  await passTime(0);

  const { id } = (await api('POST', '/v1/journeys', thanks(mark))) as { id: string };
  await page.goto(`/journeys/${id}`);
  await page.getByRole('button', { name: /Choose the segment that starts this journey/ }).click();
  await page.getByRole('combobox', { name: 'Segment', exact: true }).fill(mark);
  await page.getByRole('option', { name: segment }).click();
  await expect(page.getByText(`When a customer enters “${segment}”`).first()).toBeVisible();
  await expect(page.getByText('Saved', { exact: true })).toBeVisible();
  await page.getByRole('button', { name: 'Publish', exact: true }).click();
  await page.getByRole('dialog').getByRole('button', { name: 'Publish' }).click();
  await expect(page.getByText('Version 1 is live')).toBeVisible();
  await passTime(0);

  const { now } = (await api('POST', '/v1/dev/clock', { advanceMs: 0 })) as { now: string };
  const shop = new ShopClient({ writeKey: credentials.writeKey, host: credentials.url, flushAt: 1 });
  for (const timestamp of [lastMonth(now), new Date(now)]) {
    shop.track({ userId: mark, event: 'Order Completed', properties: { total: 20 }, timestamp });
  }
  await shop.closeAndFlush();
  await passTime(0);
  await page.goto(`/customers?search=${mark}`);
  await page.getByRole('link', { name: mark }).first().click();
  await expect(page.getByText('Entered the journey.').first()).toBeVisible();
});

function lastMonth(now: string): Date {
  const date = new Date(now);
  return new Date(Date.UTC(date.getUTCFullYear(), date.getUTCMonth() - 1, 15, 12));
}

function thanks(mark: string) {
  return {
    name: `Thanks ${mark}`,
    document: {
      format: 1,
      nodes: [
        { id: 'nod_a', type: 'segment-trigger', name: '', data: { segmentId: null, on: 'entered' } },
        { id: 'nod_b', type: 'exit', name: '', data: {} },
      ],
      edges: [{ from: 'nod_a', exit: 'next', to: 'nod_b' }],
      settings: { reentry: 'unlimited' },
    },
  };
}
