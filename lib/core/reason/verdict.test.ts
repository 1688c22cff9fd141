// What is said about one event at one trigger.
import { expect, test } from 'vitest';
import type { Test } from '../condition/condition';
import { type StandingThen, verdictOfRule, verdictOfStanding } from './verdict';

const total: Test = { type: 'test', subject: 'property', path: ['total'], operator: 'at-least', value: 50 };
const known = () => true;
const live: StandingThen = { work: 'done', state: 'live', version: 1 };

test('an event that met no rule says why', () => {
  const codes = [
    { ...live, work: 'pending' as const },
    { ...live, work: 'parked' as const },
    { ...live, work: 'unrecorded' as const },
    { ...live, state: 'draft' as const },
    { ...live, state: 'paused' as const },
    { ...live, state: 'archived' as const },
    live,
  ].map((standing) => verdictOfStanding(standing)?.code ?? null);
  expect(codes).toEqual([
    'event-pending',
    'event-parked',
    'not-recorded',
    'was-not-live',
    'was-paused',
    'was-archived',
    null,
  ]);
});

test('what is stored counts, whatever the facts say now', () => {
  const facts = { attributes: {}, properties: { total: 42 } };
  expect(verdictOfRule(total, facts, 'entered', known)).toEqual({ code: 'entered', failed: [] });
  expect(verdictOfRule(null, facts, 'entered-before', known)).toEqual({ code: 'entered-before', failed: [] });
});

test('where nothing is stored, the filter failed, on what and with which value', () => {
  const verdict = verdictOfRule(total, { attributes: {}, properties: { total: 42 } }, null, known);
  expect(verdict).toMatchObject({ code: 'filter-failed', failed: [{ name: 'property.total', actual: 42 }] });
});

test('facts that contradict what happened are not passed off as the reason', () => {
  const facts = { attributes: {}, properties: { total: 60 } };
  expect(verdictOfRule(total, facts, null, known)).toEqual({ code: 'not-recorded', failed: [] });
  expect(verdictOfRule(null, facts, null, known)).toEqual({ code: 'not-recorded', failed: [] });
});

test('what is not known any more is said to be so', () => {
  const facts = { attributes: {}, properties: { total: 60 } };
  expect(verdictOfRule(total, facts, null, () => false)).toMatchObject({
    code: 'filter-failed',
    failed: [{ name: 'property.total', actual: null, isKnown: false }],
  });
});
