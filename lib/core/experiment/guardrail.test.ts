// What stops an arm, and what does not yet.
import { expect, test } from 'vitest';
import { guardrailBreach } from './guardrail';

const baseline = { events: 20, people: 10_000 };
const planned = 20_000;

test('harm is what is surely more than the baseline', () => {
  const ask = (events: number) =>
    guardrailBreach({ kind: 'unsubscribe', baseline, arm: { events, people: 10_000 }, planned });
  expect([ask(20), ask(35), ask(60)]).toEqual([null, null, 'harm']);
});

test('a cap is reached whatever the baseline does, but not by the first few people', () => {
  const ask = (kind: 'complaint' | 'bounce', events: number, people: number) =>
    guardrailBreach({ kind, baseline: { events: 3000, people: 10_000 }, arm: { events, people }, planned });
  expect([ask('complaint', 4, 50), ask('complaint', 11, 10_000), ask('complaint', 10, 10_000)]).toEqual([
    null,
    'cap',
    null,
  ]);
  expect([ask('bounce', 6, 100), ask('bounce', 5, 100)]).toEqual(['cap', null]);
});

test('too few people show no harm', () => {
  const few = { kind: 'unsubscribe' as const, arm: { events: 60, people: 99 }, planned };
  expect(guardrailBreach({ ...few, baseline })).toBeNull();
  expect(guardrailBreach({ ...few, baseline: { events: 0, people: 0 } })).toBeNull();
  const against = { events: 0, people: 100 };
  expect(guardrailBreach({ ...few, baseline: against, arm: { events: 4, people: 1000 } })).toBeNull();
});
