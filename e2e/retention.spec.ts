// A marketer sees who comes back, asks who the people behind a number are, and keeps them as a segment.
import { expect, test } from './fixtures';

test('goes from a cohort to its people and saves them as a segment', async ({ page, signIn }) => {
  await signIn();
  await page.goto('/analytics/retention');
  const triangle = page.getByRole('table').filter({ hasText: 'Average' });
  await expect(triangle.getByRole('columnheader', { name: 'Month 0' })).toBeVisible();
  // By keyboard: every number is a link with the whole sentence as its name.
  const cell = triangle
    .getByRole('row')
    .nth(2)
    .getByRole('link', { name: /people of .+ came back/ })
    .nth(1);
  const sentence = (await cell.getAttribute('aria-label')) ?? '';
  const people = Number(sentence.split(' ')[0]);
  await cell.focus();
  await page.keyboard.press('Enter');
  await expect(page.getByRole('heading', { name: /^Came back:/ })).toBeVisible();
  if (people < 50) await expect(page.getByRole('table').getByRole('row')).toHaveCount(people);

  await page.getByRole('button', { name: 'Save as segment' }).click();
  await page.getByRole('dialog').getByLabel('Name').fill('Came back after a month');
  await page.getByRole('button', { name: 'Save the segment' }).click();
  await expect(page.getByRole('heading', { name: 'Came back after a month' })).toBeVisible();
});

test('says what is counted, and offers the figures', async ({ page, signIn }) => {
  await signIn();
  await page.goto('/analytics/retention?unit=week&cohorts=8&show=people');
  await expect(page.getByRole('columnheader', { name: 'Week 7' })).toBeVisible();
  await expect(page.getByText('So far: this period is not over')).toBeVisible();
  await page.getByRole('button', { name: 'How “Who came back” is reckoned' }).focus();
  await expect(page.getByRole('tooltip')).toContainText('weeks from Monday');
  await page.getByRole('button', { name: 'Download “Who came back”' }).click();
  const download = page.waitForEvent('download');
  await page.getByRole('menuitem', { name: 'Figures as CSV' }).click();
  expect((await download).suggestedFilename()).toBe('Who came back.csv');
  await page.getByRole('button', { name: 'Download “Value per customer”' }).click();
  const picture = page.waitForEvent('download');
  await page.getByRole('menuitem', { name: 'Picture as PNG' }).click();
  expect((await picture).suggestedFilename()).toBe('Value per customer.png');
});
