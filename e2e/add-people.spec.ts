// People let in by hand: pasted, looked at before they are sent, from a file too, and seen inside.
import { randomUUID } from 'node:crypto';
import { expect, test } from './fixtures';
import { ShopClient } from './shop-client';

const document = {
  format: 1,
  nodes: [
    { id: 'nod_list', type: 'list-trigger', name: 'Guests', data: {} },
    { id: 'nod_wait', type: 'delay', name: 'A week', data: { amount: 7, unit: 'days' } },
  ],
  edges: [{ from: 'nod_list', exit: 'next', to: 'nod_wait' }],
  settings: { reentry: 'unlimited' },
};

test('a marketer pastes one person and uploads another, and both are inside; who is unknown is told', async ({
  page,
  api,
  signIn,
  credentials: { url, writeKey },
}) => {
  const mark = randomUUID().slice(0, 8);
  const shop = new ShopClient({ writeKey, host: url, flushAt: 2 });
  for (const name of ['ada', 'ben']) shop.identify({ userId: `${name}-${mark}`, traits: { name } });
  await shop.closeAndFlush();
  const { id } = (await api('POST', '/v1/journeys', { name: `Guests ${mark}`, document })) as { id: string };
  await api('POST', `/v1/journeys/${id}/publish`);
  await signIn();
  await page.goto(`/journeys/${id}`);

  await page.getByRole('button', { name: 'Journey actions' }).click();
  await page.getByRole('menuitem', { name: 'Add people…' }).click();
  const dialog = page.getByRole('dialog', { name: 'Add people' });
  await dialog.getByRole('button', { name: 'Add people' }).click();
  await expect(dialog.getByLabel('People', { exact: true })).toHaveAccessibleDescription(/Paste people/);

  await dialog.getByLabel('Name of the list').fill('By hand');
  await dialog.getByLabel('People', { exact: true }).fill(`ada-${mark}\nnobody-${mark}`);
  await expect(dialog.getByRole('cell', { name: `ada-${mark}` })).toBeVisible();
  await dialog.getByRole('button', { name: 'Add people' }).click();
  await expect(dialog.getByText('2 of 2 gone through.')).toBeVisible();
  await expect(dialog.getByText('1 is not known.')).toBeVisible();

  const buffer = Buffer.from(`user_id,table\nben-${mark},7\n`);
  await dialog.getByLabel('Or a file').setInputFiles({ name: 'guests.csv', mimeType: 'text/csv', buffer });
  await expect(dialog.getByRole('cell', { name: 'table' })).toBeVisible();
  await dialog.getByRole('button', { name: 'Add people' }).click();
  await expect(dialog.getByText('1 of 1 gone through.')).toBeVisible();
  await page.keyboard.press('Escape');
  await expect(page.getByText('2 here now')).toBeVisible();
});
