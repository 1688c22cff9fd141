// Every main page, in both themes, held against WCAG 2.2 AA by axe.
import { createRequire } from 'node:module';
import type { Locator, Page } from '@playwright/test';
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

type Api = (method: string, path: string, body?: unknown) => Promise<unknown>;

async function makeSegment(api: Api): Promise<string> {
  const condition = { type: 'event', event: 'Order Completed' };
  // Here and below the shape is the API's own.
  return ((await api('POST', '/v1/segments', { name: 'Buyers', condition })) as { id: string }).id;
}

async function makeExperiment(api: Api): Promise<string> {
  const arms = [
    { id: 'a', name: 'Short', percent: 50 },
    { id: 'b', name: 'Long', percent: 50 },
  ];
  const document = {
    format: 1,
    nodes: [
      { id: 'nod_a', type: 'event-trigger', name: '', data: { event: 'Order Completed' } },
      { id: 'nod_b', type: 'experiment-split', name: 'Short or long', data: { arms, holdoutPercent: 0 } },
    ],
    edges: [{ from: 'nod_a', exit: 'next', to: 'nod_b' }],
    settings: { reentry: 'unlimited' },
  };
  const { id } = (await api('POST', '/v1/journeys', { name: 'Tried out', document })) as { id: string };
  await api('POST', `/v1/journeys/${id}/publish`, {});
  const { data } = (await api('GET', '/v1/experiments?limit=1')) as { data: { id: string }[] };
  return data[0]?.id ?? '';
}

/** The people of the first cohort. */
async function cellPage(api: Api): Promise<string> {
  const report = (await api('GET', '/v1/analytics/retention')) as { definition: { from: string } };
  const { from } = report.definition;
  return `/analytics/retention/people?from=${from}&period=${from}&column=1`;
}

async function mainPages(api: Api): Promise<string[]> {
  // The shape is the API's own; only the ids are looked at.
  const idOf = async (path: string) => ((await api('GET', path)) as { data: { id: string }[] }).data[0]?.id;
  const journey = await idOf('/v1/journeys');
  const segment = (await idOf('/v1/segments?limit=1')) ?? (await makeSegment(api));
  const experiment = (await idOf('/v1/experiments?limit=1')) ?? (await makeExperiment(api));
  const customer = await idOf('/v1/customers?limit=1');
  const settings = ['workspace', 'sending', 'email', 'sms', 'webhooks', 'keys', 'account'];
  return [
    '/journeys',
    `/journeys/${journey}`,
    '/customers',
    `/customers/${customer}`,
    `/customers/${customer}/journeys/${journey}`,
    '/segments',
    '/segments/new',
    ...['', '?face=persona', '?face=charts', '?face=condition'].map((face) => `/segments/${segment}${face}`),
    '/analytics/retention',
    '/analytics/retention?by=segment&unit=week&cohorts=8',
    `/analytics/retention?by=experiment&ids=${experiment}`,
    await cellPage(api),
    '/experiments',
    '/experiments/new',
    `/experiments/${experiment}`,
    `/experiments/${experiment}/people`,
    '/experiments/holdout',
    '/experiments/holdout/people',
    '/messages',
    '/tasks',
    '/catalogue',
    '/coupons',
    '/events',
    ...settings.map((page) => `/settings/${page}`),
    '/docs/nodes',
    '/docs/reasons',
    '/reference',
    '/reference/journeys',
    '/reference/schemas',
    '/reference/schemas/JourneyDocument',
  ];
}

for (const colorScheme of ['light', 'dark'] as const) {
  test(`pages are accessible in the ${colorScheme} theme`, async ({ page, api, signIn }) => {
    test.slow();
    await page.emulateMedia({ colorScheme, reducedMotion: 'reduce' });
    await page.goto('/sign-in');
    expect(await violations(page), '/sign-in').toEqual([]);
    await signIn();
    for (const route of await mainPages(api)) {
      await page.goto(route);
      await expect(page.getByRole('main')).toBeVisible();
      expect(await violations(page), route).toEqual([]);
    }
  });
}

test('no page is wider than a phone, and none lays one word over another', async ({ page, api, signIn }) => {
  test.slow();
  await page.setViewportSize({ width: 390, height: 844 });
  await signIn();
  for (const route of await mainPages(api)) {
    await page.goto(route);
    await expect(page.getByRole('main')).toBeVisible();
    expect(await page.evaluate(() => document.documentElement.scrollWidth), route).toBeLessThanOrEqual(390);
    const headings = page.getByRole('heading', { level: 2 });
    for (const heading of await headings.all()) expect(await isCovered(heading), route).toBe(false);
  }
});

/** Whether something else lies over the end of a heading: what stands beside it on a wide window. */
function isCovered(heading: Locator): Promise<boolean> {
  return heading.evaluate((element) => {
    const text = document.createRange();
    text.selectNodeContents(element);
    const { left, right, top, bottom, width } = text.getBoundingClientRect();
    const over = element.nextElementSibling ?? element.parentElement?.nextElementSibling;
    if (!over || width === 0) return false;
    const other = over.getBoundingClientRect();
    return other.left < right && other.right > left && other.top < bottom && other.bottom > top;
  });
}
