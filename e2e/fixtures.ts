// What browser tests share: the demo shop's credentials, a signed-in page, and a clock that tests move.
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { test as base, expect } from '@playwright/test';
import { setClientClock } from './shop-client';

export interface Credentials {
  url: string;
  email: string;
  password: string;
  writeKey: string;
  secretKey: string;
}

interface Fixtures {
  credentials: Credentials;
  /** Asks the management API with the secret key. */
  api: (method: string, path: string, body?: unknown) => Promise<unknown>;
  /** Moves the product's clock and waits until everything that became due is done. */
  passTime: (ms: number) => Promise<void>;
  signIn: () => Promise<void>;
  /** Sets the clients' clock by the product's, which earlier tests may have moved. */
  clientClock: undefined;
}

async function moveClock(api: Fixtures['api'], advanceMs: number): Promise<string> {
  const moved = (await api('POST', '/v1/dev/clock', { advanceMs })) as { now: string };
  return moved.now;
}

export const test = base.extend<Fixtures>({
  // biome-ignore lint/correctness/noEmptyPattern: Playwright reads the parameter's shape
  credentials: async ({}, use) => {
    const file = path.join(process.env.E2E_DATA_DIR ?? '', 'credentials.json');
    await use(JSON.parse(readFileSync(file, 'utf8')) as Credentials);
  },
  api: async ({ request, credentials }, use) => {
    await use(async (method, route, body) => {
      const response = await request.fetch(route, {
        method,
        headers: { authorization: `Bearer ${credentials.secretKey}` },
        ...(body === undefined ? {} : { data: body }),
      });
      expect(response.ok(), `${method} ${route}: ${response.status()} ${await response.text()}`).toBe(true);
      return response.json();
    });
  },
  passTime: async ({ api }, use) => {
    await use(async (advanceMs) => {
      setClientClock(await moveClock(api, advanceMs));
    });
  },
  clientClock: [
    async ({ api }, use) => {
      setClientClock(await moveClock(api, 0));
      await use(undefined);
    },
    { auto: true },
  ],
  signIn: async ({ page, credentials }, use) => {
    await use(async () => {
      await page.goto('/sign-in');
      await page.getByLabel('E-mail').fill(credentials.email);
      await page.getByLabel('Password', { exact: true }).fill(credentials.password);
      await page.getByRole('button', { name: 'Sign in' }).click();
      await expect(page.getByRole('heading', { name: 'Journeys' })).toBeVisible();
    });
  },
});

export { expect };
