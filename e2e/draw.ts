// How browser tests draw: add a step behind another one, and choose in a field of its form.
import type { Page } from '@playwright/test';

export async function choose(page: Page, field: string, option: string): Promise<void> {
  await page.getByRole('combobox', { name: field, exact: true }).click();
  await page.getByRole('option', { name: option }).click();
}

/** Where several steps are alike, behind the first of them, or the last. */
export async function addAfter(
  page: Page,
  place: RegExp,
  step: string,
  which: 'first' | 'last' = 'first',
): Promise<void> {
  const pluses = page.getByRole('button', { name: new RegExp(`Add a step after.*(${place.source})`) });
  await pluses[which]().click();
  await page.getByPlaceholder('Search steps').fill(step);
  await page.keyboard.press('Enter');
}
