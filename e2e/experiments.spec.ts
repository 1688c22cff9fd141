// An experiment from the canvas to a verdict: set up, run on people under time travel, promoted by its rule, and undone.
import { randomUUID } from 'node:crypto';
import { expect, test } from './fixtures';
import { ShopClient } from './shop-client';

const DAY_MS = 86_400_000;
const PEOPLE = 260;
const BATCH = 65;

const tag = (id: string, word: string) => ({ id, type: 'tag', name: word, data: { tag: word } });

/** A trigger, a split, and what each arm does: what a marketer draws before the experiment is set up. */
const drawing = (event: string) => ({
  format: 1,
  nodes: [
    { id: 'nod_start', type: 'event-trigger', name: '', data: { event } },
    {
      id: 'nod_test',
      type: 'experiment-split',
      name: 'Warm or plain',
      data: {
        arms: [
          { id: 'a', name: 'Plain', percent: 50 },
          { id: 'b', name: 'Warm', percent: 50 },
        ],
      },
    },
    tag('nod_plain', 'plain'),
    tag('nod_warm', 'warm'),
  ],
  edges: [
    { from: 'nod_start', exit: 'next', to: 'nod_test' },
    { from: 'nod_test', exit: 'a', to: 'nod_plain' },
    { from: 'nod_test', exit: 'b', to: 'nod_warm' },
  ],
  settings: { reentry: 'unlimited' },
});

interface People {
  data: { customerLabel: string; arm: string }[];
  next: string | null;
}

test('an experiment runs to a verdict, and the verdict can be undone', async ({
  page,
  api,
  signIn,
  passTime,
  credentials,
}) => {
  const mark = randomUUID().slice(0, 8);
  const [begun, kept, name] = [`Trial Begun ${mark}`, `Trial Kept ${mark}`, `Trial letters ${mark}`];
  const shop = new ShopClient({ writeKey: credentials.writeKey, host: credentials.url, flushAt: BATCH });
  const { id } = (await api('POST', '/v1/journeys', { name, document: drawing(begun) })) as { id: string };
  await signIn();

  await test.step('it is set up on the canvas', async () => {
    await page.goto(`/journeys/${id}?node=nod_test`);
    await page.getByLabel('Question').fill('Warm words keep people');
    await page.getByLabel('What counts as success').fill(kept);
    await page.getByLabel('Counts for, in hours').fill('48');
    await page.getByLabel('Smallest lift worth finding, in percent').fill('200');
    await expect(page.getByText('Nobody came in the last 28 days')).toBeVisible();
    await expect(page.getByText('Nobody did what starts this journey')).toBeVisible();
    await expect(page.getByText('Saved', { exact: true })).toBeVisible();
    await page.getByRole('button', { name: 'Publish', exact: true }).click();
    await page.getByRole('dialog').getByRole('button', { name: 'Publish' }).click();
    await expect(page.getByText('Version 1 is live')).toBeVisible();
  });

  const found = (await api('GET', '/v1/experiments')) as { data: { id: string; journeyId: string }[] };
  const experiment = found.data.find(({ journeyId }) => journeyId === id)?.id ?? '';
  const everybody = async (cursor: string | null = ''): Promise<People['data']> => {
    if (cursor === null) return [];
    const route = `/v1/experiments/${experiment}/people?limit=200${cursor && `&cursor=${cursor}`}`;
    const { data, next } = (await api('GET', route)) as People;
    return [...data, ...(await everybody(next))];
  };

  await test.step('people come by, and those with warm words stay', async () => {
    for (let index = 0; index < PEOPLE; index += 1)
      shop.track({ userId: `trial-${mark}-${index}`, event: begun });
    await shop.flush();
    await expect.poll(async () => (await everybody()).length, { timeout: 60_000 }).toBe(PEOPLE);
    const people = await everybody();
    const ofArm = (arm: string) => people.filter((one) => one.arm === arm);
    const stays = [
      ...ofArm('a').filter((_, place) => place % 10 === 0),
      ...ofArm('b').filter((_, place) => place % 2 === 0),
    ];
    for (const { customerLabel } of stays) shop.track({ userId: customerLabel, event: kept });
    await shop.closeAndFlush();
  });

  await test.step('after a week there is a winner, and new entries take it', async () => {
    await passTime(8 * DAY_MS);
    await expect(async () => {
      await page.goto(`/experiments/${experiment}`);
      await expect(page.getByText(/“Warm” is better: .* sure enough to switch/)).toBeVisible({
        timeout: 2_000,
      });
      await expect(page.getByText(/“Warm” takes all new entries since/)).toBeVisible({ timeout: 2_000 });
    }).toPass({ timeout: 45_000 });
    await page.getByText('How this is computed').click();
    await expect(page.getByText(/people planned/)).toBeVisible();
  });

  await test.step('every table says how it is reckoned, and can be taken away', async () => {
    for (const title of ['Arms', 'Lift at each look', 'Health', 'Guardrails'])
      for (const [choice, ending] of [
        ['Figures as CSV', 'csv'],
        ['Picture as PNG', 'png'],
      ] as const) {
        await page.getByRole('button', { name: `Download “${title}”` }).click();
        const download = page.waitForEvent('download');
        await page.getByRole('menuitem', { name: choice }).click();
        expect((await download).suggestedFilename()).toBe(`${title}.${ending}`);
      }
    await page.getByRole('button', { name: 'How “Guardrails” is reckoned' }).focus();
    await expect(page.getByRole('tooltip')).toContainText('to whom it happened within the window');
  });

  await test.step('every figure leads to its people', async () => {
    await page.getByRole('row', { name: /Warm/ }).first().getByRole('link').first().click();
    await expect(page.getByRole('heading', { name: 'People of “Warm or plain”' })).toBeVisible();
    await expect(page.getByRole('link', { name: `trial-${mark}` }).first()).toBeVisible();
    await page.getByRole('link', { name: 'Back to the results' }).click();
  });

  await test.step('the list tells what was decided, and takes it back', async () => {
    await page.goto('/experiments');
    const verdicts = page.getByRole('region', { name: 'What was decided' });
    const own = verdicts.getByRole('listitem').filter({ hasText: name });
    await expect(own).toContainText('“Warm” takes all new entries since');
    await own.getByRole('button', { name: 'Undo, split again' }).click();
    await page.getByRole('alertdialog').getByRole('button', { name: 'Undo, split again' }).click();
    await expect(own.getByRole('button', { name: 'Undo, split again' })).toBeHidden();
    await expect(own).toContainText('“Warm” takes all new entries since');
    await page.goto(`/experiments/${experiment}`);
    await expect(page.getByText('Phase 2 · Running')).toBeVisible();
    await expect(page.getByText('Phase 1 · Decided')).toBeVisible();
  });

  await test.step('an arm is promoted by hand', async () => {
    await page.getByRole('button', { name: 'Choose an arm' }).click();
    await page.getByRole('menuitem', { name: 'Promote Plain' }).click();
    await page.getByRole('alertdialog').getByRole('button', { name: 'Promote Plain' }).click();
    await expect(page.getByText(/gave all new entries “Plain”/)).toBeVisible();
  });
});

test('an experiment is set up on a page of its own', async ({ page, api, signIn }) => {
  const mark = randomUUID().slice(0, 8);
  const document = {
    format: 1,
    nodes: [
      { id: 'nod_start', type: 'event-trigger', name: '', data: { event: `Visited ${mark}` } },
      tag('nod_seen', 'seen'),
    ],
    edges: [{ from: 'nod_start', exit: 'next', to: 'nod_seen' }],
    settings: { reentry: 'unlimited' },
  };
  const { id } = (await api('POST', '/v1/journeys', { name: `Visits ${mark}`, document })) as { id: string };
  await signIn();
  await page.goto('/experiments/new');
  await page.getByLabel('Journey', { exact: true }).selectOption({ label: `Visits ${mark}` });
  await expect(page).toHaveURL(/journey=/);
  await page.getByRole('button', { name: 'Save and draw the arms' }).click();
  await expect(page.getByText('Choose where the experiment stands.')).toBeVisible();
  await page.getByLabel('Where in the journey').selectOption({ index: 1 });
  await page.getByLabel('Name', { exact: true }).fill('Which words');
  await page.getByLabel('Question').fill('Which words are read');
  await page.getByLabel('Share of arm 1 in percent').fill('60');
  await page.getByRole('button', { name: 'Save and draw the arms' }).click();
  await expect(page.getByText(/add up to/).first()).toBeVisible();
  await page.getByRole('button', { name: 'Share evenly' }).click();
  await page.getByRole('button', { name: 'Save and draw the arms' }).click();
  await page.waitForURL(new RegExp(`/journeys/${id}`));
  const saved = (await api('GET', `/v1/journeys/${id}`)) as {
    document: { nodes: { type: string; name: string }[]; edges: { from: string; to: string }[] };
  };
  expect(saved.document.nodes.at(-1)).toMatchObject({ type: 'experiment-split', name: 'Which words' });
  expect(saved.document.edges).toHaveLength(2);
});
