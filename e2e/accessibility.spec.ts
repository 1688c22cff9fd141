// Every main page, in both themes, held against WCAG 2.2 AA by axe.
import { createRequire } from 'node:module';
import type { Page } from '@playwright/test';
import { expect, test } from './fixtures';

const axe = createRequire(import.meta.url).resolve('axe-core/axe.min.js');
const rules = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa'];

interface Violation {
  id: string;
  nodes: { target: string[] }[];
}

async function violations(page: Page): Promise<string[]> {
  await page.addScriptTag({ path: axe });
  const found = await page.evaluate(async (values) => {
    // The script tag above put axe on the window.
    const { axe: judge } = window as unknown as {
      axe: { run(root: Document, options: object): Promise<{ violations: Violation[] }> };
    };
    return (await judge.run(document, { runOnly: { type: 'tag', values } })).violations;
  }, rules);
  return found.flatMap(({ id, nodes }) => nodes.map((node) => `${id}: ${node.target.join(' ')}`));
}

for (const colorScheme of ['light', 'dark'] as const) {
  test(`pages are accessible in the ${colorScheme} theme`, async ({ page, api, signIn }) => {
    await page.emulateMedia({ colorScheme, reducedMotion: 'reduce' });
    await page.goto('/sign-in');
    expect(await violations(page), '/sign-in').toEqual([]);
    await signIn();
    const journeys = (await api('GET', '/v1/journeys')) as { data: { id: string }[] };
    const customers = (await api('GET', '/v1/customers?limit=1')) as { data: { id: string }[] };
    const routes = [
      '/journeys',
      `/journeys/${journeys.data[0]?.id}`,
      '/customers',
      `/customers/${customers.data[0]?.id}`,
      '/messages',
      '/tasks',
      '/catalogue',
      '/coupons',
      '/events',
      ...['workspace', 'sending', 'email', 'sms', 'webhooks', 'keys', 'account'].map(
        (page) => `/settings/${page}`,
      ),
      '/reference',
    ];
    for (const route of routes) {
      await page.goto(route);
      await expect(page.getByRole('main')).toBeVisible();
      expect(await violations(page), route).toEqual([]);
    }
  });
}
