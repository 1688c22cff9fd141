// `npm run screenshots`: takes the pictures of the README from the running server (npm run up, with live traffic for a while).
// With --all FOLDER it takes every main page, desktop and phone, light and dark, to look at.
import { mkdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { parseArgs } from 'node:util';
import { chromium } from '@playwright/test';
import { requireBrowser } from './machine.mjs';

const { values } = parseArgs({ options: { all: { type: 'string' } } });
const file = path.join(process.env.DATA_DIR ?? './data', 'credentials.json');
const { url, email, password, secretKey } = JSON.parse(readFileSync(file, 'utf8'));
const desktop = { width: 1440, height: 900 };
const phone = { width: 390, height: 844 };

const browser = await chromium.launch({ executablePath: await requireBrowser(), args: ['--disable-gpu'] });
const pages = await pagesToShow();
if (values.all) {
  for (const [size, viewport] of Object.entries({ desktop, phone })) {
    for (const colorScheme of ['light', 'dark']) {
      await shoot(viewport, colorScheme, pages, (name) =>
        path.join(values.all, `${name}-${size}-${colorScheme}.png`),
      );
    }
  }
} else {
  const { canvas, customer, messages, retention, experiment } = pages;
  const target = (name) => path.join('e2e/screenshots', `${name}.png`);
  await shoot(desktop, 'light', { canvas, customer, messages, retention, experiment }, target);
  await shoot(phone, 'dark', { phone: canvas }, target);
}
await browser.close();

async function pagesToShow() {
  const { data: journeys } = await ask('/v1/journeys');
  const shown = journeys.toSorted((a, b) => b.waiting + b.entered - a.waiting - a.entered)[0];
  const { data: messages } = await ask('/v1/messages?limit=1');
  const customer = messages[0]?.customerId ?? (await ask('/v1/customers?limit=1')).data[0].id;
  return {
    canvas: `/journeys/${shown.id}`,
    journeys: '/journeys',
    customers: '/customers',
    customer: `/customers/${customer}`,
    segments: '/segments',
    newSegment: '/segments/new',
    ...facesOf(await firstOf('/v1/segments')),
    retention: '/analytics/retention',
    retentionByWeek: '/analytics/retention?unit=week&cohorts=10&show=people',
    retentionPeople: await cellOfRetention(),
    experiments: '/experiments',
    newExperiment: '/experiments/new',
    ...experimentPages(await firstOf('/v1/experiments')),
    messages: '/messages',
    events: '/events',
    catalogue: '/catalogue',
    coupons: '/coupons',
    tasks: '/tasks',
    settings: '/settings',
    sending: '/settings/sending',
    reference: '/reference',
    nodes: '/docs/nodes',
    reasons: '/docs/reasons',
  };
}

/** Undefined where there is none. */
async function firstOf(list) {
  return (await ask(`${list}?limit=1`)).data[0]?.id;
}

function facesOf(segment) {
  if (!segment) return {};
  const faces = ['people', 'persona', 'charts', 'condition'];
  return Object.fromEntries(faces.map((face) => [`segment-${face}`, `/segments/${segment}?face=${face}`]));
}

function experimentPages(id) {
  return id ? { experiment: `/experiments/${id}`, experimentPeople: `/experiments/${id}/people` } : {};
}

async function cellOfRetention() {
  const { from } = (await ask('/v1/analytics/retention')).definition;
  return `/analytics/retention/people?from=${from}&period=${from}&column=1`;
}

async function ask(route) {
  const response = await fetch(url + route, { headers: { authorization: `Bearer ${secretKey}` } });
  if (!response.ok) throw new Error(`${route} answered ${response.status}.`);
  return response.json();
}

async function shoot(viewport, colorScheme, routes, target) {
  const context = await browser.newContext({ viewport, colorScheme, baseURL: url });
  const page = await context.newPage();
  await page.goto('/sign-in');
  await page.getByLabel('E-mail').fill(email);
  await page.getByLabel('Password', { exact: true }).fill(password);
  await page.getByRole('button', { name: 'Sign in' }).click();
  await page.waitForURL('**/journeys');
  for (const [name, route] of Object.entries(routes)) {
    await page.goto(route);
    await page.getByRole('main').first().waitFor();
    // Pages that poll are never idle for long; a picture wants the first answers drawn.
    await page.waitForLoadState('networkidle', { timeout: 5_000 }).catch(() => {});
    const picture = target(name);
    mkdirSync(path.dirname(picture), { recursive: true });
    await page.screenshot({ path: picture });
  }
  await context.close();
}
