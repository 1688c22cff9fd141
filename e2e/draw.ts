// How browser tests draw: add a step behind another one, and choose in a field of its form.
import type { Page } from '@playwright/test';

export async function choose(page: Page, field: string, option: string): Promise<void> {
  await page.getByRole('combobox', { name: field, exact: true }).click();
  await page.getByRole('option', { name: option }).click();
}

export async function addAfter(page: Page, place: RegExp, step: string): Promise<void> {
  await page
    .getByRole('button', { name: new RegExp(`Add a step after.*(${place.source})`) })
    .first()
    // The plus of a low card may lie under the tools at the foot of the canvas.
    .dispatchEvent('click');
  await page.getByPlaceholder('Search steps').fill(step);
  await page.keyboard.press('Enter');
}
