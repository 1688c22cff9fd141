// Problems are sorted gravest first, and cards keep the very list they had while theirs did not change.
import { expect, test } from 'vitest';
import type { Problem } from '@/lib/core/journey/problem';
import { knowProblems, noProblems, problemsAt, worstOf } from './known-problems';

const advice: Problem = { code: 'one-channel-only', grade: 'advice', nodeId: null, field: null };
const subject: Problem = { code: 'empty-subject', grade: 'error', nodeId: 'nod_mail', field: 'subject' };
const body: Problem = { code: 'empty-body', grade: 'error', nodeId: 'nod_mail', field: 'body' };
const lonely: Problem = { code: 'unreachable-node', grade: 'warning', nodeId: 'nod_far', field: null };

test('the gravest come first and are counted', () => {
  const known = knowProblems([advice, lonely, subject, body], noProblems);
  expect(known.all).toEqual([subject, body, lonely, advice]);
  expect(known.counts).toEqual({ error: 2, warning: 1, advice: 1 });
  expect(problemsAt(known, 'nod_mail')).toEqual([subject, body]);
  expect([problemsAt(known, 'nod_other'), problemsAt(known, null)]).toEqual([[], []]);
});

test('the same findings are the same value', () => {
  const known = knowProblems([subject], noProblems);
  expect(knowProblems([{ ...subject }], known)).toBe(known);
});

test('a node whose problems did not change keeps its list', () => {
  const known = knowProblems([subject, lonely], noProblems);
  const next = knowProblems([subject], known);
  expect(problemsAt(next, 'nod_mail')).toBe(problemsAt(known, 'nod_mail'));
  expect(problemsAt(next, 'nod_far')).toEqual([]);
});

test('the worst grade speaks for all', () => {
  expect([worstOf([advice, lonely]), worstOf([lonely, body]), worstOf([])]).toEqual([
    'warning',
    'error',
    null,
  ]);
});
