// A marketer records what a journey does, changes it, and is told which decision is no longer the same.
import type { Page } from '@playwright/test';
import { expect, test } from './fixtures';

const document = {
  format: 1,
  nodes: [
    { id: 'nod_start', type: 'event-trigger', name: 'Basket left', data: { event: 'Basket Left' } },
    {
      id: 'nod_rich',
      type: 'branch',
      name: 'Worth a call?',
      data: {
        branches: [
          {
            id: 'yes',
            name: 'Yes',
            condition: {
              type: 'test',
              subject: 'property',
              path: ['total'],
              operator: 'at-least',
              value: 40,
            },
          },
        ],
      },
    },
    { id: 'nod_text', type: 'send-sms', name: 'Short note', data: { text: 'Your basket is still here.' } },
    { id: 'nod_letter', type: 'send-email', name: 'Letter', data: { subject: 'Hello', body: 'Come back.' } },
  ],
  edges: [
    { from: 'nod_start', exit: 'next', to: 'nod_rich' },
    { from: 'nod_rich', exit: 'yes', to: 'nod_text' },
    { from: 'nod_rich', exit: 'otherwise', to: 'nod_letter' },
  ],
  settings: { reentry: 'unlimited' },
};

const changed = {
  ...document,
  nodes: document.nodes.map((node) => JSON.parse(JSON.stringify(node).replace('"value":40', '"value":50'))),
};

test('a recorded test tells which decision differs after a change, and holds the publish up', async ({
  page,
  signIn,
  api,
}) => {
  const made = await api('POST', '/v1/journeys', { name: 'Tested basket', document });
  const { id } = made as { id: string };
  await signIn();
  await page.goto(`/journeys/${id}`);
  await record(page);

  await api('PUT', `/v1/journeys/${id}`, { document: changed });
  await page.reload();
  await page.getByRole('button', { name: 'Tests' }).click();
  const why =
    'At “Worth a call?” the test expects “Yes”, but the customer took “Otherwise” because property.total was 42.';
  await page.getByRole('button', { name: /^A good basket gets a text/ }).click();
  await expect(page.getByRole('alert').filter({ hasText: why })).toBeVisible();
  await page.getByRole('button', { name: 'Show Worth a call? on the canvas' }).click();
  await expect(page.getByRole('textbox', { name: 'Name of this step' })).toHaveValue('Worth a call?');

  await page.getByRole('button', { name: 'Publish', exact: true }).click();
  const question = page.getByRole('dialog');
  await expect(question.getByText(why)).toBeVisible();
  await expect(question.getByRole('button', { name: 'Publish', exact: true })).toBeDisabled();
  await question.getByRole('checkbox', { name: 'Publish all the same' }).check();
  await question.getByRole('button', { name: 'Publish', exact: true }).click();
  await expect(page.getByText('Version 1 is live')).toBeVisible();
});

async function record(page: Page): Promise<void> {
  await page.getByRole('button', { name: 'Tests' }).click();
  await expect(page.getByText('Know that it does what you meant')).toBeVisible();
  await page.getByRole('button', { name: 'Write a test' }).click();
  await page.getByLabel('Name of the test').fill('A good basket gets a text');
  await page.getByRole('button', { name: 'Add a property' }).click();
  await page.getByRole('textbox', { name: 'Name', exact: true }).fill('total');
  await page.getByRole('textbox', { name: 'Value of total' }).fill('42');
  await page.getByRole('button', { name: 'Record what happens now' }).click();
  await expect(page.getByRole('status').filter({ hasText: 'Passes' })).toBeVisible();
  await page.getByRole('button', { name: 'Save test' }).click();
  await expect(page.getByRole('button', { name: /^A good basket gets a text.*Passes/ })).toBeVisible();
  await page.keyboard.press('Escape');
}

test('a test takes an earlier order and a product for granted, and says beside the field what is wrong with them', async ({
  page,
  signIn,
  api,
}) => {
  const loyal = { type: 'event', event: 'Order Completed', within: { amount: 30, unit: 'days' } };
  const nodes = document.nodes.map((node) =>
    node.id === 'nod_rich'
      ? { ...node, data: { branches: [{ id: 'yes', name: 'Yes', condition: loyal }] } }
      : node,
  );
  const { id } = (await api('POST', '/v1/journeys', {
    name: 'Tested loyalty',
    document: { ...document, nodes },
  })) as { id: string };
  await signIn();
  await page.goto(`/journeys/${id}`);
  await page.getByRole('button', { name: 'Tests' }).click();
  await page.getByRole('button', { name: 'Write a test' }).click();
  await page.getByLabel('Name of the test').fill('Whoever ordered gets a text');
  const now = page.getByRole('region', { name: 'What happens now' });
  await expect(now.getByText('Otherwise').first()).toBeVisible();

  await page.getByRole('button', { name: 'Add an earlier event' }).click();
  await page.getByRole('button', { name: 'Add a product', exact: true }).click();
  await page.getByRole('button', { name: 'Save test' }).click();
  await expect(page.getByLabel('SKU')).toHaveAccessibleDescription(/\S/);
  await page.getByLabel('SKU').fill('TEA-1');
  await page.getByRole('button', { name: 'Save test' }).click();
  await expect(page.getByLabel('Earlier event', { exact: true })).toHaveAccessibleDescription(/\S/);
  await page.getByLabel('Earlier event', { exact: true }).fill('Order Completed');
  await expect(now.getByText('Otherwise')).toHaveCount(0);
  await page.getByRole('button', { name: 'Record what happens now' }).click();
  await page.getByRole('button', { name: 'Save test' }).click();
  await expect(page.getByRole('button', { name: /^Whoever ordered gets a text.*Passes/ })).toBeVisible();
});
