// Publishing over people: the plan says what becomes of them, a publish is taken back, a pause ends without a flood.
import { randomUUID } from 'node:crypto';
import type { Page } from '@playwright/test';
import { type Credentials, expect, test } from './fixtures';
import { ShopClient } from './shop-client';

const HOUR = 3_600_000;

function drawing(event: string, hours: number) {
  return {
    format: 1,
    nodes: [
      { id: 'nod_a', type: 'event-trigger', name: '', data: { event } },
      { id: 'nod_b', type: 'delay', name: 'Think it over', data: { amount: hours, unit: 'hours' } },
      { id: 'nod_c', type: 'delay', name: 'Second thoughts', data: { amount: 300, unit: 'hours' } },
    ],
    edges: [
      { from: 'nod_a', exit: 'next', to: 'nod_b' },
      { from: 'nod_b', exit: 'next', to: 'nod_c' },
    ],
    settings: { reentry: 'unlimited' },
  };
}

async function enter({ url, writeKey }: Credentials, event: string): Promise<void> {
  const analytics = new ShopClient({ writeKey, host: url, flushAt: 3 });
  for (const person of ['ada', 'ben', 'cleo']) analytics.track({ userId: `${person}-${event}`, event });
  await analytics.closeAndFlush();
}

async function publish(page: Page, choice: string | null, result: RegExp): Promise<void> {
  await page.getByRole('button', { name: 'Publish', exact: true }).click();
  const dialog = page.getByRole('dialog', { name: 'Publish this drawing?' });
  await expect(dialog.getByText('3 people are inside.')).toBeVisible();
  if (choice) await dialog.getByLabel('What becomes of people at “Think it over”').selectOption(choice);
  await expect(dialog.getByText(result)).toBeVisible();
  await dialog.getByLabel('Note').fill(`By ${choice ?? 'default'}`);
  await dialog.getByRole('button', { name: 'Publish' }).click();
  await expect(dialog).toBeHidden();
}

test('a wait is shortened under three people, undone, compared, and published again', async ({
  page,
  api,
  signIn,
  credentials,
  passTime,
}) => {
  const event = `Thought ${randomUUID().slice(0, 8)}`;
  const made = await api('POST', '/v1/journeys', { name: event, document: drawing(event, 7) });
  const { id } = made as { id: string };
  await api('POST', `/v1/journeys/${id}/publish`, { note: 'Seven hours' });
  await enter(credentials, event);
  await signIn();
  await page.goto(`/journeys/${id}`);
  await expect(page.getByText('3 here now')).toBeVisible();
  await passTime(6 * HOUR);
  await api('PUT', `/v1/journeys/${id}`, { document: drawing(event, 5) });
  await page.reload();

  await publish(page, 'Leave the journey', /Leave: 3/);
  await expect(page.getByText('Version 2 is live')).toBeVisible();
  await page.getByRole('button', { name: 'Undo', exact: true }).click();
  await expect(page.getByText('Back to version 1')).toBeVisible();
  await expect(page.getByText('3 people are back where they were.')).toBeVisible();
  await expect(page.getByText('3 here now')).toBeVisible();

  await publish(page, 'Wait by the new time', /New time: 3/);
  await expect(page.getByText('Version 3 is live')).toBeVisible();
  await expect(page.getByText('3 passed').first()).toBeVisible();

  await page.getByRole('button', { name: 'Journey actions' }).click();
  await page.getByRole('menuitem', { name: 'Versions' }).click();
  const panel = page.getByRole('dialog', { name: 'Versions' });
  await expect(panel.getByText('Seven hours')).toBeVisible();
  await expect(panel.getByText(/3 got a new time/)).toBeVisible();
  await expect(panel.getByText('Undone')).toBeVisible();
  await panel.getByLabel('From').selectOption('Version 1');
  await expect(panel.getByRole('deletion')).toHaveText('Before 7');
  await expect(panel.getByRole('insertion')).toHaveText('After 5');
  await panel.getByText('Text', { exact: true }).click();
  await expect(panel.getByText('~ nod_b (delay) Think it over data.amount: 7 → 5')).toBeVisible();

  await panel.getByRole('button', { name: 'Actions for version 1' }).click();
  await page.getByRole('menuitem', { name: 'Make it the draft', exact: true }).click();
  await expect(page.getByText('Version 1 is the draft now')).toBeVisible();
  await panel.getByRole('button', { name: 'Actions for version 1' }).click();
  await page.getByRole('menuitem', { name: 'Open read-only' }).click();
  await expect(page.getByText('Version 1, as it was published.')).toBeVisible();
  await expect(page.getByRole('button', { name: 'Publish', exact: true })).toHaveCount(0);
  await page.getByRole('link', { name: 'Back to the draft' }).click();
  await expect(page.getByRole('button', { name: 'Publish', exact: true })).toBeEnabled();
});

test('a paused journey says what resuming would set off, and shifts', async ({
  page,
  api,
  signIn,
  credentials,
  passTime,
}) => {
  const event = `Halted ${randomUUID().slice(0, 8)}`;
  const made = await api('POST', '/v1/journeys', { name: event, document: drawing(event, 7) });
  const { id } = made as { id: string };
  await api('POST', `/v1/journeys/${id}/publish`);
  await enter(credentials, event);
  await signIn();
  await page.goto(`/journeys/${id}`);
  await expect(page.getByText('3 here now')).toBeVisible();
  await page.getByRole('button', { name: 'Pause', exact: true }).click();
  await expect(page.getByRole('button', { name: 'Resume', exact: true })).toBeVisible();
  await passTime(20 * HOUR);
  await page.getByRole('button', { name: 'Resume', exact: true }).click();
  const dialog = page.getByRole('dialog', { name: `Resume “${event}”` });
  await expect(dialog.getByText('3 waits are over, no send is held back.')).toBeVisible();
  await expect(dialog.getByText(/At once: 0 .* Busiest hour: 3/)).toBeVisible();
  await dialog.getByRole('radio', { name: 'Skip what is too late' }).click();
  await expect(dialog.getByText(/At once: 3/)).toBeVisible();
  await dialog.getByRole('radio', { name: 'Catch up' }).click();
  await dialog.getByLabel('Hours to catch up in').fill('0');
  await expect(dialog.getByRole('button', { name: 'Resume' })).toBeDisabled();
  await dialog.getByRole('radio', { name: 'Shift' }).click();
  await dialog.getByRole('button', { name: 'Resume' }).click();
  await expect(page.getByText('Live again')).toBeVisible();
  await passTime(6 * HOUR);
  await expect(page.getByText('3 here now')).toBeVisible();
  await passTime(2 * HOUR);
  await expect(page.getByText('3 passed').nth(1)).toBeVisible();
});

test('publishing a paused journey asks what becomes of those who wait, and does it', async ({
  page,
  api,
  signIn,
  credentials,
  passTime,
}) => {
  const event = `Frozen ${randomUUID().slice(0, 8)}`;
  const { id } = (await api('POST', '/v1/journeys', { name: event, document: drawing(event, 7) })) as {
    id: string;
  };
  await api('POST', `/v1/journeys/${id}/publish`);
  await enter(credentials, event);
  await signIn();
  await page.goto(`/journeys/${id}`);
  await expect(page.getByText('3 here now')).toBeVisible();
  await page.getByRole('button', { name: 'Pause', exact: true }).click();
  await expect(page.getByRole('button', { name: 'Resume', exact: true })).toBeVisible();
  await passTime(20 * HOUR);
  const document = drawing(event, 7);
  const nodes = document.nodes.map((node) => ({ ...node, name: node.name && `${node.name}, again` }));
  await api('PUT', `/v1/journeys/${id}`, { document: { ...document, nodes } });
  await page.reload();

  await page.getByRole('button', { name: 'Publish', exact: true }).click();
  const dialog = page.getByRole('dialog', { name: 'Publish this drawing?' });
  await expect(dialog.getByText('Publishing it starts it again')).toBeVisible();
  await expect(dialog.getByText('3 waits are over, no send is held back.')).toBeVisible();
  await dialog.getByRole('radio', { name: 'Skip what is too late' }).click();
  await expect(dialog.getByText(/At once: 3/)).toBeVisible();
  await dialog.getByRole('button', { name: 'Publish', exact: true }).click();
  await expect(page.getByText('Version 2 is live')).toBeVisible();
  await expect(page.getByText('3 passed').nth(1)).toBeVisible();
});
