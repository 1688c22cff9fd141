// A second server, on a data folder of its own, that nobody has used yet: who opens it names the workspace and owns it.
import { spawn } from 'node:child_process';
import { mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { expect, type Page } from '@playwright/test';

const port = 3101;
const url = `http://localhost:${port}`;

export interface EmptyShop {
  readonly url: string;
  stop(): void;
}

export async function openEmptyShop(): Promise<EmptyShop> {
  const dataDir = mkdtempSync(path.join(tmpdir(), 'throughline-empty-'));
  const own = { PORT: String(port), PUBLIC_URL: url, DATA_DIR: dataDir, SEED_DEMO: '', DATABASE_URL: '' };
  const server = spawn(process.execPath, ['.build/main.js'], {
    env: { ...process.env, NODE_ENV: 'production', ...own },
    stdio: 'ignore',
  });
  const isReady = async () => (await fetch(`${url}/readyz`).catch(() => null))?.ok ?? false;
  await expect.poll(isReady, { timeout: 60_000 }).toBe(true);
  return { url, stop: () => server.kill('SIGTERM') };
}

/** Leaves the page signed in as the owner of a workspace with the clock of Dublin, and in euros. */
export async function becomeOwner(page: Page): Promise<void> {
  await page.goto(`${url}/sign-in`);
  await page.getByLabel('Workspace').fill('A corner shop');
  await page.getByLabel('Your name').fill('Nora');
  await page.getByLabel('E-mail').fill('nora@corner.shop');
  await page.getByLabel('Password', { exact: true }).fill('a long enough password');
  await page.getByRole('button', { name: 'Create workspace' }).click();
  await page.waitForURL(/journeys/);
  await page.goto(`${url}/settings/workspace`);
  await page.getByLabel('Time zone').selectOption('Europe/Dublin');
  await page.getByRole('button', { name: 'Save changes' }).click();
  await expect(page.getByText('Workspace saved')).toBeVisible();
}

/** A key to send events with. */
export async function writeKeyOf(page: Page): Promise<string> {
  await page.goto(`${url}/settings/keys`);
  await page.getByRole('button', { name: 'New key' }).click();
  const dialog = page.getByRole('dialog');
  await dialog.getByLabel('Name').fill('Till');
  await dialog.getByRole('button', { name: 'Create key' }).click();
  const key = page.getByText(/^wk_[\w-]+$/);
  await expect(key).toBeVisible();
  return (await key.textContent()) ?? '';
}
