// Drawing by mouse or finger, on a desk and on a phone: whatever was just added, the plus behind it can be clicked.
import { addAfter } from './draw';
import { expect, test } from './fixtures';

const screens = {
  'a desk': { width: 1440, height: 900 },
  'a phone': { width: 390, height: 844 },
};

for (const [name, viewport] of Object.entries(screens)) {
  test.describe(name, () => {
    test.use({ viewport });

    test('a journey grows downwards, step by step, with the drawer open and shut', async ({
      page,
      api,
      signIn,
    }) => {
      const { id } = (await api('POST', '/v1/journeys', { name: `Drawn on ${name}` })) as { id: string };
      await signIn();
      await page.goto(`/journeys/${id}`);
      for (const place of [/Event/, /Delay/, /Delay/]) await addAfter(page, place, 'Delay', 'last');
      await addAfter(page, /Delay/, 'Random split', 'last');
      // Further and further to the left, where the tools are.
      for (let depth = 0; depth < 4; depth += 1) await addAfter(page, /Way 1/, 'Random split', 'last');
      await addAfter(page, /Way 1/, 'Tag', 'last');

      await page.getByRole('button', { name: 'Close', exact: true }).click();
      await addAfter(page, /Tag/, 'Webhook', 'last');
      await page.getByRole('button', { name: 'Close', exact: true }).click();
      await page.getByRole('button', { name: 'Show everything' }).click();
      await addAfter(page, /Webhook/, 'Exit', 'last');
      await expect(page.getByText('Saved', { exact: true })).toBeAttached();
    });
  });
}

test('an exit is led to another step by keyboard, and undo says what it takes back', async ({
  page,
  api,
  signIn,
}) => {
  const node = (id: string, type: string, name: string, data: object) => ({
    id: `nod_${id}`,
    type,
    name,
    data,
  });
  const nodes = [
    node('start', 'event-trigger', '', { event: 'Looked' }),
    node('wait', 'delay', 'A day', { amount: 1, unit: 'days' }),
    node('tag', 'tag', 'Seen', { tag: 'seen' }),
  ];
  const edges = [{ from: 'nod_start', exit: 'next', to: 'nod_wait' }];
  const document = { format: 1, nodes, edges, settings: { reentry: 'once' } };
  const { id } = (await api('POST', '/v1/journeys', { name: 'Led by keyboard', document })) as { id: string };
  await signIn();
  await page.goto(`/journeys/${id}?node=nod_wait`);
  const leads = page.getByLabel('Leads to');
  await leads.focus();
  await page.keyboard.type('Seen');
  await expect(leads).toHaveValue('nod_tag');
  await expect(page.getByRole('button', { name: 'Add a step after A day' })).toHaveCount(1);
  await page.getByRole('button', { name: 'Undo: connect “A day”' }).press('Enter');
  await expect(leads).toHaveValue('');
});

test('publishing names the warnings that are left, and each leads to its field', async ({
  page,
  api,
  signIn,
}) => {
  const nodes = [
    { id: 'nod_start', type: 'event-trigger', name: 'Ordered', data: { event: 'Ordered' } },
    {
      id: 'nod_wait',
      type: 'wait-for-event',
      name: 'Until paid',
      data: { event: 'Paid', key: ['orderId'] },
    },
  ];
  const edges = [{ from: 'nod_start', exit: 'next', to: 'nod_wait' }];
  const document = { format: 1, nodes, edges, settings: { reentry: 'unlimited' } };
  const { id } = (await api('POST', '/v1/journeys', { name: 'Warned', document })) as { id: string };
  await signIn();
  await page.goto(`/journeys/${id}`);
  await page.getByRole('button', { name: 'Publish', exact: true }).click();
  const dialog = page.getByRole('dialog', { name: 'Publish this drawing?' });
  const warnings = dialog.getByRole('region', { name: /^\d warnings are left/ });
  await warnings.getByRole('button', { name: /Until paid.*key/ }).click();
  await expect(dialog).toBeHidden();
  await expect(page.getByLabel('Name of this step')).toHaveValue('Until paid');
  await expect(page.locator('[data-field="key"] input').first()).toBeFocused();
});

test('letters where a number belongs stay, and are said to be none', async ({ page, api, signIn }) => {
  const nodes = [
    { id: 'nod_start', type: 'event-trigger', name: '', data: { event: 'Looked' } },
    { id: 'nod_wait', type: 'delay', name: 'A while', data: { amount: 3, unit: 'days' } },
  ];
  const edges = [{ from: 'nod_start', exit: 'next', to: 'nod_wait' }];
  const document = { format: 1, nodes, edges, settings: { reentry: 'once' } };
  const { id } = (await api('POST', '/v1/journeys', { name: 'Misspelt', document })) as { id: string };
  await signIn();
  await page.goto(`/journeys/${id}?node=nod_wait`);
  const amount = page.locator('[data-field="amount"] input');
  await amount.fill('5 days');
  await amount.press('Tab');
  const error = page.getByText('“5 days” is not a number. Until it is, 3 holds.');
  await expect(error).toBeVisible();
  await expect(amount).toHaveValue('5 days');
  await expect(amount).toHaveAccessibleDescription(/is not a number/);
  await amount.fill('5');
  await expect(error).toBeHidden();
  await expect(page.getByText('Wait 5 days')).toBeVisible();
});
