// Building a condition by mouse, line by line.
import { expect, type Locator, type Page } from '@playwright/test';

/** Adds a line at the end and gives it back. */
export async function addLine(page: Page, kind: string): Promise<Locator> {
  await page.getByRole('button', { name: 'Add condition' }).last().click();
  await page.getByRole('menuitem', { name: kind }).click();
  // It fades for a moment, and takes the focus from a list that opens meanwhile: nobody types that fast.
  await expect(page.getByRole('menu')).toHaveCount(0);
  return page.getByRole('group', { name: kind, exact: true });
}

export async function pick(page: Page, box: Locator, option: string): Promise<void> {
  await box.click();
  await page.getByRole('option', { name: option, exact: true }).click();
}
