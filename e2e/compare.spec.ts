// What a draft changes, seen on one canvas: from the list of versions, and before publishing it.
import type { Page } from '@playwright/test';
import { expect, test } from './fixtures';

const trigger = { id: 'nod_start', type: 'event-trigger', name: '', data: { event: 'Signed Up' } };
const week = { id: 'nod_wait', type: 'delay', name: 'A week', data: { amount: 7, unit: 'days' } };
const days = { ...week, data: { amount: 3, unit: 'days' } };
const tag = { id: 'nod_tag', type: 'tag', name: 'Old tag', data: { tag: 'welcomed' } };
const mail = { id: 'nod_mail', type: 'send-email', name: 'Hello', data: { subject: 'Hi', body: 'Hi' } };

const drawing = (...nodes: readonly { id: string }[]) => ({
  format: 1,
  nodes,
  edges: nodes.slice(1).map(({ id }, index) => ({ from: nodes[index]?.id, exit: 'next', to: id })),
  settings: { reentry: 'unlimited' },
});

test('a marketer sees which steps and lines are new, changed and gone, and finds each from the list', async ({
  page,
  api,
  signIn,
}) => {
  const { id } = (await api('POST', '/v1/journeys', {
    name: 'Welcome, compared',
    document: drawing(trigger, week, tag),
  })) as { id: string };
  await api('POST', `/v1/journeys/${id}/publish`, {});
  await api('PUT', `/v1/journeys/${id}`, { document: drawing(trigger, days, mail) });
  await signIn();
  await page.goto(`/journeys/${id}`);

  await page.getByRole('button', { name: 'Journey actions' }).click();
  await page.getByRole('menuitem', { name: 'Versions' }).click();
  await page.getByRole('button', { name: 'Show on the canvas' }).click();
  await seeDifferences(page);
  await page.keyboard.press('Escape');
  await page.keyboard.press('Escape');

  await page.getByRole('button', { name: 'Publish', exact: true }).click();
  await page.getByRole('button', { name: 'Show on the canvas' }).click();
  await seeDifferences(page);
});

async function seeDifferences(page: Page): Promise<void> {
  const dialog = page.getByRole('dialog', { name: 'From Version 1 to Draft' });
  const canvas = dialog.getByRole('region', { name: 'Drawing of the differences' });
  const card = (step: string) => canvas.getByRole('article').filter({ hasText: step });
  await expect(card('A week')).toContainText('Changed');
  await expect(card('Old tag')).toContainText('Deleted');
  await expect(card('Hello')).toContainText('Added');
  await expect(card('Signed Up')).not.toContainText(/Changed|Added|Deleted/);
  await expect(canvas.getByRole('img', { name: 'New line' })).toHaveCount(1);
  await expect(canvas.getByRole('img', { name: 'Line taken away' })).toHaveCount(1);

  const inList = dialog.getByRole('button', { name: 'Old tag Deleted' });
  await inList.focus();
  await page.keyboard.press('Enter');
  await expect(inList).toHaveAttribute('aria-pressed', 'true');
  await expect(card('Old tag')).toBeInViewport();
}
