// The ready journeys are examples: nothing may be wrong with them, and the shop must really do what they wait for.
import { expect, it } from 'vitest';
import { compile } from '@/lib/core/journey/compile';
import { saidResult } from '../../journey-tests/test-result';
import { historyOf } from '../shop/history';
import { languages } from '../shop/places';
import { demoJourneys } from './demo-journeys';
import { demoTests } from './demo-tests';

const shop = historyOf({ seed: 'journeys', until: Date.parse('2026-03-14T15:09:26Z'), customers: 300 });
const events = shop.lives.flatMap((life) => life.events);
const attributes = new Set(events.flatMap(({ traits }) => Object.keys(traits)));

it.each(demoJourneys)('$name has nothing to object to, not even advice', ({ document }) => {
  expect(compile(document).problems).toEqual([]);
  expect(document.nodes.every(({ name }) => name.length > 0)).toBe(true);
});

it.each(demoJourneys)('$name speaks by e-mail and by text', ({ document }) => {
  const types = document.nodes.map(({ type }) => type);
  expect(types).toContain('send-email');
  expect(types).toContain('send-sms');
});

it.each(demoJourneys)('$name waits for what the shop reports, by keys it has', ({ document }) => {
  for (const { event, key } of compile(document).program?.rules ?? []) {
    const reported = events.filter(({ name }) => name === event);
    expect(reported.length).toBeGreaterThan(0);
    if (key) expect(reported.every(({ properties }) => Object.hasOwn(properties, key[0] ?? ''))).toBe(true);
  }
});

it.each(demoJourneys)('$name asks for attributes that customers have', ({ document }) => {
  const written = document.nodes.flatMap(({ type, data }) =>
    type === 'set-attribute' ? data.attribute : [],
  );
  const known = new Set([...attributes, ...written]);
  const asked = [...JSON.stringify(document).matchAll(/customer\.([a-z_]+)/g)].map(([, name]) => name ?? '');
  const tested = [...JSON.stringify(document).matchAll(/"attribute","path":\["([a-z_]+)"/g)].map(
    ([, name]) => name ?? '',
  );
  expect([...asked, ...tested].filter((name) => !known.has(name))).toEqual([]);
});

it('welcomes everybody in their language', () => {
  const [welcome] = demoJourneys.filter(({ name }) => name === 'Welcome');
  const subjects = welcome?.document.nodes.flatMap(({ type, data }) =>
    type === 'send-email' ? data.subject : [],
  );
  expect(new Set(subjects).size).toBe(languages.length + 1);
});

it.each(demoJourneys)('$name keeps what its tests promise', ({ name, document }) => {
  const tests = demoTests[name] ?? [];
  expect(tests.length).toBeGreaterThan(0);
  for (const test of tests) expect(saidResult(document, test, 'jrn_demo').difference).toBeNull();
});
