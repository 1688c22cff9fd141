// What a journey is for: a goal and an exit rule are set by mouse, and events end passages by them.
import { randomUUID } from 'node:crypto';
import { expect, test } from './fixtures';
import { ShopClient } from './shop-client';

test('who orders has converted and leaves, who only returns goods leaves', async ({
  page,
  api,
  signIn,
  credentials,
}) => {
  const mark = randomUUID().slice(0, 8);
  const left = `Basket Left ${mark}`;
  const { id } = (await api('POST', '/v1/journeys', { name: left, document: drawing(left) })) as {
    id: string;
  };
  await signIn();
  await page.goto(`/journeys/${id}`);
  await page.getByRole('button', { name: 'Journey actions' }).click();
  await page.getByRole('menuitem', { name: 'Journey settings' }).click();
  const settings = page.getByRole('dialog', { name: 'Journey settings' });
  await settings.getByRole('button', { name: 'Add a goal' }).click();
  const goal = settings.getByRole('region', { name: 'Goal 1' });
  await goal.getByLabel('Name').fill('Ordered');
  await goal.getByLabel('This event').fill(`Ordered ${mark}`);
  await expect(
    goal.getByText(`As soon as “Ordered ${mark}” happens, the customer counts as converted`),
  ).toBeVisible();
  await settings.getByRole('button', { name: 'Add an exit rule' }).click();
  const rule = settings.getByRole('region', { name: 'Exit rule 1' });
  await rule.getByLabel('Name').fill('Sent back');
  await rule.getByText('A condition comes true').click();
  await rule.getByRole('button', { name: 'Add condition' }).click();
  await page.getByRole('menuitem', { name: 'Did / did not do' }).click();
  await rule.getByRole('combobox', { name: 'Event', exact: true }).fill(`Returned ${mark}`);
  await rule.getByLabel('Since when').press('Enter');
  await page.getByRole('option', { name: 'since entering' }).click();
  await settings.getByRole('button', { name: 'Close' }).click();
  await expect(page.getByText('Saved', { exact: true })).toBeVisible();
  await page.getByRole('button', { name: 'Publish', exact: true }).click();
  await page.getByRole('dialog').getByRole('button', { name: 'Publish' }).click();
  await expect(page.getByText('Version 1 is live')).toBeVisible();

  const analytics = new ShopClient({ writeKey: credentials.writeKey, host: credentials.url, flushAt: 1 });
  const tell = async (userId: string, event: string) => {
    analytics.track({ userId, event });
    await analytics.flush();
  };
  for (const who of [`buyer-${mark}`, `sender-${mark}`]) await tell(who, left);
  await tell(`buyer-${mark}`, `Ordered ${mark}`);
  await tell(`sender-${mark}`, `Returned ${mark}`);
  await analytics.closeAndFlush();
  for (const [who, reason] of [
    [`buyer-${mark}`, 'Reached the goal “Ordered”.'],
    [`sender-${mark}`, 'Left the journey: “Sent back”.'],
  ] as const) {
    await page.goto(`/customers?search=${who}`);
    await page.getByRole('link', { name: who }).first().click();
    await expect(page.getByText(reason).first()).toBeVisible();
  }
});

function drawing(event: string) {
  return {
    format: 1,
    nodes: [
      { id: 'nod_a', type: 'event-trigger', name: '', data: { event } },
      { id: 'nod_b', type: 'delay', name: '', data: { amount: 9, unit: 'days' } },
      { id: 'nod_c', type: 'exit', name: '', data: {} },
    ],
    edges: [
      { from: 'nod_a', exit: 'next', to: 'nod_b' },
      { from: 'nod_b', exit: 'next', to: 'nod_c' },
    ],
    settings: { reentry: 'unlimited' },
  };
}
