// Segments that ask for what the product itself noted, and the way from a number to its people.
import { randomUUID } from 'node:crypto';
import { addLine, pick } from './condition-lines';
import { expect, test } from './fixtures';

const fresh = (name: string) => `${name} ${randomUUID().slice(0, 8)}`;

test('a segment asks for what the product itself noted, built by mouse', async ({ page, api, signIn }) => {
  const journey = fresh('Trial of subjects');
  await api('POST', '/v1/journeys', { name: journey, document: trial });
  await signIn();
  await page.goto('/segments/new');
  const name = fresh('Noted');
  await page.getByLabel('Name', { exact: true }).fill(name);

  const consent = await addLine(page, 'Consent');
  await pick(page, consent.getByLabel('What they agreed to'), 'opted out of');
  await pick(page, consent.getByLabel('Channel'), 'SMS');

  const sent = await addLine(page, 'Messages sent');
  await pick(page, sent.getByLabel('What became of them'), 'was held back');
  await sent.getByLabel('How many messages').fill('2');
  await pick(page, sent.getByLabel('Channel'), 'e-mail');
  await pick(page, sent.getByLabel('Since when'), 'in the last');

  const standing = await addLine(page, 'Journey');
  await pick(page, standing.getByLabel('Where they stand'), 'did not complete');
  await pick(page, standing.getByLabel('Journey', { exact: true }).last(), journey);

  const arm = await addLine(page, 'Experiment arm');
  await pick(page, arm.getByLabel('Journey', { exact: true }), journey);
  await pick(page, arm.getByLabel('Arm', { exact: true }), 'Which subject: Bold');

  for (const part of [
    'the customer opted out of SMS',
    'at least 2 e-mail messages to the customer were held back in the last 30 days',
    `the customer did not complete the journey ${journey}`,
    `the customer is in the arm Bold of the experiment “Which subject” in ${journey}`,
  ]) {
    await expect(page.getByText(part, { exact: false }).first()).toBeVisible();
  }
  await page.getByRole('button', { name: 'Create segment' }).click();
  await expect(page.getByRole('heading', { name })).toBeVisible();
});

const trial = {
  format: 1,
  nodes: [
    {
      ...{ id: 'nod_a', type: 'event-trigger', name: '' },
      data: { event: 'Trial', filter: null, key: null, acceptsLate: false },
    },
    {
      ...{ id: 'nod_b', type: 'experiment-split', name: 'Which subject' },
      data: {
        arms: [
          { id: 'a', name: 'Plain', percent: 50 },
          { id: 'b', name: 'Bold', percent: 50 },
        ],
      },
    },
  ],
  edges: [{ from: 'nod_a', exit: 'next', to: 'nod_b' }],
  settings: { reentry: 'unlimited' },
};

test('a bar of a segment’s chart leads to its people', async ({ page, api, signIn }) => {
  const name = fresh('Known city');
  const condition = {
    type: 'test',
    subject: 'attribute',
    path: ['city'],
    operator: 'equals',
    value: 'London',
  };
  const { id } = (await api('POST', '/v1/segments', { name, condition })) as { id: string };
  await signIn();
  await expect
    .poll(async () => ((await api('GET', `/v1/segments/${id}`)) as { filled: number }).filled)
    .toBe(1);
  await page.goto(`/segments/${id}?face=charts`);
  const moves = page.getByRole('figure').filter({ hasText: 'Entries and exits' });
  await moves.getByText('Show the figures').click();
  await moves.getByRole('region').getByRole('link').last().click();
  await expect(page.getByRole('heading', { name: `Came into “${name}”` })).toBeVisible();
  await expect(page.getByRole('row')).not.toHaveCount(1);
});
