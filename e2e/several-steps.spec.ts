// Several steps at once: chosen, copied to another journey, duplicated, moved, taken out of their line and deleted.
import type { Page } from '@playwright/test';
import { addAfter } from './draw';
import { expect, test } from './fixtures';

const node = (id: string, type: string, name: string, data: object) => ({
  id: `nod_${id}`,
  type,
  name,
  data,
});
const line = {
  format: 1,
  nodes: [
    node('start', 'event-trigger', 'Looked', { event: 'Looked' }),
    node('day', 'delay', 'A day', { amount: 1, unit: 'days' }),
    node('seen', 'tag', 'Seen', { tag: 'seen' }),
    node('week', 'delay', 'A week', { amount: 7, unit: 'days' }),
  ],
  edges: [
    { from: 'nod_start', exit: 'next', to: 'nod_day' },
    { from: 'nod_day', exit: 'next', to: 'nod_seen' },
    { from: 'nod_seen', exit: 'next', to: 'nod_week' },
  ],
  settings: { reentry: 'once' },
};

const card = (page: Page, name: string) =>
  page
    .getByRole('region', { name: 'Drawing of the journey' })
    .getByRole('button', { name: new RegExp(`^${name}`) });
const leads = (page: Page, from: string) =>
  page.getByRole('button', { name: `Add a step after ${from}`, exact: true });

test('a marketer chooses steps with Shift, duplicates them, and undo says how many', async ({
  page,
  api,
  signIn,
}) => {
  const { id } = (await api('POST', '/v1/journeys', { name: 'Several', document: line })) as { id: string };
  await signIn();
  await page.goto(`/journeys/${id}`);
  await card(page, 'A day').click({ modifiers: ['Shift'] });
  await card(page, 'Seen').click({ modifiers: ['Shift'] });
  const bar = page.getByRole('toolbar', { name: 'The chosen steps' });
  await expect(bar.getByRole('status')).toHaveText('2 steps');
  await bar.getByRole('button', { name: 'Duplicate' }).click();
  await expect(card(page, 'A day')).toHaveCount(2);
  await page.getByRole('button', { name: 'Undo: paste 2 steps' }).click();
  await expect(card(page, 'A day')).toHaveCount(1);

  await card(page, 'A day').click({ modifiers: ['Shift'] });
  await card(page, 'Seen').click({ modifiers: ['Shift'] });
  await bar.getByRole('button', { name: 'Take out of the line' }).click();
  await expect(leads(page, 'Looked')).toBeVisible();
  await bar.getByRole('button', { name: 'Delete' }).click();
  await expect(card(page, 'Seen')).toHaveCount(0);
  await page.getByRole('button', { name: 'Undo: delete 2 steps' }).click();
  await page.getByRole('button', { name: 'Undo: take 2 steps out of their line' }).click();
  await expect(card(page, 'Seen')).toHaveCount(1);
  await expect(page.getByText('Saved', { exact: true })).toBeAttached();
});

test('steps are copied as text into another journey, and other text is declined politely', async ({
  page,
  api,
  signIn,
  context,
}) => {
  await context.grantPermissions(['clipboard-read', 'clipboard-write']);
  const made = (name: string, document?: object) =>
    api('POST', '/v1/journeys', { name, ...(document && { document }) }) as Promise<{ id: string }>;
  const [from, into] = [await made('From', line), await made('Into')];
  await signIn();
  await page.goto(`/journeys/${from.id}`);
  await card(page, 'A day').click({ modifiers: ['Shift'] });
  await card(page, 'Seen').click({ modifiers: ['Shift'] });
  await page.keyboard.press('Control+c');
  await expect(page.getByText('2 steps copied')).toBeVisible();

  await page.goto(`/journeys/${into.id}`);
  await card(page, 'Event').focus();
  await page.keyboard.press('ArrowUp');
  await page.keyboard.press('Control+v');
  await expect(card(page, 'Seen')).toBeVisible();
  await expect(page.getByRole('button', { name: 'Undo: paste 2 steps' })).toBeVisible();
  await page.evaluate(() => navigator.clipboard.writeText('Dear Ana, see you on Monday.'));
  await page.keyboard.press('Control+v');
  await expect(page.getByText('There are no steps in what you pasted.')).toBeVisible();
  await expect(page.getByText('Saved', { exact: true })).toBeAttached();
  const { document } = (await api('GET', `/v1/journeys/${into.id}`)) as { document: typeof line };
  expect(document.nodes.map(({ name }) => name)).toEqual(['', 'A day', 'Seen']);
  expect(document.edges).toHaveLength(2);
});

test('a step with several exits, put into a line, asks behind which of them the line goes on', async ({
  page,
  api,
  signIn,
}) => {
  const { id } = (await api('POST', '/v1/journeys', { name: 'Tail', document: line })) as { id: string };
  await signIn();
  await page.goto(`/journeys/${id}`);
  await addAfter(page, /A day/, 'Wait for event');
  const question = page.getByRole('dialog', { name: /has several exits/ });
  await expect(question).toBeVisible();
  await page.keyboard.press('ArrowDown');
  await page.keyboard.press('Enter');
  await expect(page.getByRole('combobox', { name: 'Time is over leads to' })).toHaveValue('nod_seen');
  await expect(page.getByRole('combobox', { name: 'Happened leads to' })).toHaveValue('');
});

test('a card that is dragged onto a plus joins that line', async ({ page, api, signIn }) => {
  const { id } = (await api('POST', '/v1/journeys', { name: 'Moved', document: line })) as { id: string };
  await signIn();
  await page.goto(`/journeys/${id}`);
  const start = await card(page, 'A day').boundingBox();
  const plus = await leads(page, 'A week').boundingBox();
  if (!start || !plus) throw new Error('nothing is drawn');
  await page.mouse.move(start.x + 40, start.y + 20);
  await page.mouse.down();
  await page.mouse.move(start.x + 60, start.y + 60, { steps: 4 });
  await page.mouse.move(plus.x + plus.width / 2, plus.y + plus.height / 2, { steps: 8 });
  await page.mouse.up();
  await expect(page.getByRole('button', { name: 'Undo: lead “A day” elsewhere' })).toBeVisible();
  await card(page, 'A week').click();
  await expect(page.getByRole('combobox', { name: 'Leads to' })).toHaveValue('nod_day');
});

test('? lists the keys', async ({ page, api, signIn }) => {
  const { id } = (await api('POST', '/v1/journeys', { name: 'Keys', document: line })) as { id: string };
  await signIn();
  await page.goto(`/journeys/${id}`);
  await card(page, 'A day').focus();
  await page.keyboard.press('?');
  await expect(page.getByRole('dialog', { name: 'Keys of the canvas' })).toBeVisible();
});
