// What the pages of segments show, taken away as figures and as pictures.
import { randomUUID } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import type { Page } from '@playwright/test';
import { expect, test } from './fixtures';

test('the grid and the persona are taken away as figures and as pictures', async ({
  page,
  api,
  signIn,
  passTime,
}) => {
  const known = { type: 'test', subject: 'attribute', path: ['city'], operator: 'is-set' };
  const body = { name: `Persona ${randomUUID().slice(0, 8)}`, condition: known };
  const { id } = (await api('POST', '/v1/segments', body)) as { id: string };
  await passTime(0);
  await signIn();
  await page.goto('/segments/new');
  await page.getByText('Show the grid of recency and frequency').click();
  const figures = await taken(page, 'Recency and frequency', 'Figures as CSV');
  expect(figures.toString('utf8')).toMatch(/Recency,Frequency,Group,People,Revenue in EUR\r\n1,1,/);
  expect(isPng(await taken(page, 'Recency and frequency', 'Picture as PNG'))).toBe(true);
  await page.goto(`/segments/${id}?face=persona`);
  for (const title of ['Who they are', 'What they buy', 'How they are reached']) {
    expect((await taken(page, title, 'Figures as CSV')).toString('utf8')).toMatch(/People,Share\r\n.+,\d/);
    expect(isPng(await taken(page, title, 'Picture as PNG'))).toBe(true);
  }
});

async function taken(page: Page, title: string, kind: string): Promise<Buffer> {
  await page.getByRole('button', { name: `Download “${title}”` }).click();
  const download = page.waitForEvent('download');
  await page.getByRole('menuitem', { name: kind }).click();
  return readFile(await (await download).path());
}

const isPng = (file: Buffer) => file.subarray(1, 4).toString('latin1') === 'PNG';
