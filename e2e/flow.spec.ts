// Steps that lead customers: drawn by their forms, published, and walked by somebody while time passes.
import { randomUUID } from 'node:crypto';
import { addAfter, choose } from './draw';
import { expect, test } from './fixtures';
import { ShopClient } from './shop-client';

const DAY = 86_400_000;

test('a customer waits for Monday at nine, is dealt a way and an arm, and starts another journey', async ({
  page,
  api,
  signIn,
  credentials,
  passTime,
}) => {
  const mark = randomUUID().slice(0, 8);
  const second = (await api('POST', '/v1/journeys', startable(`Second ${mark}`))) as { id: string };
  await api('POST', `/v1/journeys/${second.id}/publish`, {});
  await signIn();
  await page.getByRole('button', { name: 'New journey' }).click();
  await page.getByRole('dialog').getByLabel('Name').fill(`Flow ${mark}`);
  await page.getByRole('button', { name: 'Create journey' }).click();
  await page.waitForURL(/\/journeys\/jrn_/);
  await page.getByRole('button', { name: /Choose the event that starts this journey/ }).click();
  await page.getByLabel('Start when this event happens').fill(`Began ${mark}`);

  await addAfter(page, /Began|Event/, 'Delay');
  await choose(page, 'Wait', 'until a time of day');
  await page.getByRole('button', { name: 'Monday' }).click();
  await expect(page.getByRole('button', { name: /Wait until 09:00 on Mon/ })).toBeVisible();

  await addAfter(page, /Delay/, 'Wait for event');
  await page.getByLabel('Wait for this event').fill(`Bought ${mark}`);
  await page.getByRole('button', { name: 'Or another event' }).click();
  await page.getByRole('combobox', { name: 'Or this event (2)' }).fill(`Left ${mark}`);
  await page.getByRole('switch', { name: 'Look back to the start' }).click();

  await addAfter(page, /Happened/, 'Random split');
  await page.getByLabel('Share of way 1 in percent').fill('100');
  await page.getByLabel('Share of way 2 in percent').fill('0');
  await addAfter(page, /Random split, Way 1/, 'Experiment');
  await page.getByLabel('Name of arm 1').fill('Bold');
  await page.getByLabel('Share of arm 1 in percent').fill('100');
  await page.getByLabel('Share of arm 2 in percent').fill('0');
  await addAfter(page, /Experiment, Bold/, 'Join');
  await addAfter(page, /Join/, 'Start journey');
  await page.getByLabel('Which journey').selectOption({ label: `Second ${mark}` });
  await addAfter(page, /Start journey/, 'Exit');
  await page.getByLabel('Why').fill('Was shown the way');
  await page.getByRole('button', { name: 'Close' }).click();
  await page.getByRole('button', { name: /Add a step after.*Time is over/ }).click();
  await page.getByPlaceholder('Search steps').fill('Join');
  await page.keyboard.press('End');
  await page.keyboard.press('Enter');
  await page.getByRole('radio', { name: 'Outline' }).check();
  await expect(page.getByText('Goes on at “Join”')).toBeVisible();
  await page.getByRole('radio', { name: 'Canvas' }).check();
  await expect(page.getByText('Saved', { exact: true })).toBeVisible();
  await page.getByRole('button', { name: 'Publish', exact: true }).click();
  await page.getByRole('dialog').getByRole('button', { name: 'Publish' }).click();
  await expect(page.getByText('Version 1 is live')).toBeVisible();

  const analytics = new ShopClient({ writeKey: credentials.writeKey, host: credentials.url, flushAt: 1 });
  analytics.track({ userId: mark, event: `Began ${mark}` });
  await expect(page.getByText('1 here now')).toBeVisible();
  analytics.track({ userId: mark, event: `Left ${mark}` });
  await analytics.closeAndFlush();
  await passTime(8 * DAY);

  await page.goto(`/customers?search=${mark}`);
  await page.getByRole('link', { name: mark }).first().click();
  for (const sentence of [
    'The awaited event had happened already since this passage began.',
    'Was sent a way by chance: “1”.',
    'Is in the arm “Bold” of this experiment.',
    'Another journey was started.',
  ]) {
    await expect(page.getByText(sentence).first()).toBeVisible();
  }
  const { entered } = (await api('GET', `/v1/journeys/${second.id}`)) as { entered: number };
  expect(entered).toBe(1);
});

function startable(name: string) {
  return {
    name,
    document: {
      format: 1,
      nodes: [
        { id: 'nod_api', type: 'api-trigger', name: '', data: {} },
        { id: 'nod_out', type: 'exit', name: '', data: {} },
      ],
      edges: [{ from: 'nod_api', exit: 'next', to: 'nod_out' }],
      settings: { reentry: 'unlimited' },
    },
  };
}
