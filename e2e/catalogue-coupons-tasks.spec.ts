// A shop fills its catalogue from a file, makes coupon codes, and works off what a journey asked of it.
import { randomUUID } from 'node:crypto';
import { expect, test } from './fixtures';
import { ShopClient } from './shop-client';

const catalogue = [
  'sku,name,category,price,stock',
  'GREEN-TEA,Green tea,Drinks,12.90,40',
  'BLACK-TEA,Black tea,Drinks,about ten,12',
  'TEA-CUP,Tea cup,Kitchen,8,3',
].join('\n');

test('a catalogue comes from a file, and its bad row is named', async ({ page, signIn }) => {
  await signIn();
  await page.getByRole('link', { name: 'Catalogue' }).click();
  await page.getByRole('button', { name: 'Import CSV' }).click();
  const dialog = page.getByRole('dialog', { name: 'Import products' });
  const buffer = Buffer.from(catalogue);
  await dialog.getByLabel('CSV file').setInputFiles({ name: 'shop.csv', mimeType: 'text/csv', buffer });
  await dialog.getByRole('button', { name: 'Import' }).click();
  await expect(dialog.getByText('2 new products, 0 changed, 0 as they were.')).toBeVisible();
  const problems = dialog.getByRole('region', { name: 'Rows that were not taken' });
  await expect(problems.getByRole('row').nth(1)).toHaveText(/^3price.*must be a number such as 12\.90$/);
  await dialog.getByRole('button', { name: 'Done' }).click();
  await page.getByRole('searchbox').fill('tea');
  await expect(page.getByRole('row', { name: /Green tea.*€12\.90.*40 in stock/ })).toBeVisible();
  await expect(page.getByRole('row', { name: /Tea cup.*3 in stock/ })).toBeVisible();
  await expect(page.getByText('Black tea')).toHaveCount(0);
});

test('a pool is made, and filled with codes of one’s own', async ({ page, signIn }) => {
  await signIn();
  await page.goto('/coupons');
  await expect(page.getByRole('row', { name: /Thank you, 10 % off.*Made as needed/ })).toBeVisible();
  await page.getByRole('button', { name: 'New pool' }).first().click();
  await page.getByLabel('Name').fill('Spring');
  await page.getByLabel('Pattern', { exact: true }).fill('TEA-#');
  await page.getByRole('button', { name: 'Create pool' }).click();
  await expect(page.getByRole('dialog')).toBeVisible();
  await page.getByRole('radio', { name: 'Imported' }).check();
  await page.getByRole('button', { name: 'Create pool' }).click();
  await expect(page.getByRole('heading', { name: 'Spring' })).toBeVisible();
  await page.getByRole('button', { name: 'Add codes' }).click();
  const dialog = page.getByRole('dialog', { name: 'Add codes' });
  await dialog.getByLabel('Codes', { exact: true }).fill('SPRING-1\nSPRING-2\nSPRING-1');
  await dialog.getByRole('button', { name: 'Add codes' }).click();
  await expect(dialog.getByText('2 codes added, 1 were there already.')).toBeVisible();
  await expect(dialog.getByLabel('Codes', { exact: true })).toHaveValue('');
  await page.keyboard.press('Escape');
  await expect(page.getByText('0 issued · 2 left')).toBeVisible();
});

const journey = {
  format: 1,
  settings: { reentry: 'unlimited' },
  nodes: [
    { id: 'nod_in', type: 'event-trigger', name: '', data: { event: 'Asked For A Fitting' } },
    {
      id: 'nod_task',
      type: 'create-task',
      name: '',
      data: { team: 'store', title: 'Offer a fitting', note: 'Size 42' },
    },
  ],
  edges: [{ from: 'nod_in', exit: 'next', to: 'nod_task' }],
};

test('an associate finishes a task on the phone', async ({ page, api, credentials, passTime, signIn }) => {
  const { id } = (await api('POST', '/v1/journeys', { name: 'Fittings', document: journey })) as {
    id: string;
  };
  await api('POST', `/v1/journeys/${id}/publish`);
  const email = `ann-${randomUUID().slice(0, 8)}@shop.test`;
  const analytics = new ShopClient({ writeKey: credentials.writeKey, host: credentials.url, flushAt: 2 });
  analytics.identify({ userId: email, traits: { email } });
  analytics.track({ userId: email, event: 'Asked For A Fitting' });
  await analytics.closeAndFlush();
  await passTime(1_000);

  await page.setViewportSize({ width: 390, height: 844 });
  await signIn();
  await page.getByRole('link', { name: 'Tasks' }).click();
  const task = page.getByRole('listitem').filter({ hasText: email });
  await expect(task).toContainText('Size 42');
  await task.getByRole('button', { name: /as done/ }).click();
  await expect(page.getByText('“Offer a fitting” is done')).toBeVisible();
  await page.getByRole('radio', { name: 'Done' }).check();
  await expect(task).toContainText('Done by Nell');
  const { data } = (await api('GET', '/v1/tasks?status=done')) as { data: { customerLabel: string }[] };
  expect(data.map(({ customerLabel }) => customerLabel)).toContain(email);
});
