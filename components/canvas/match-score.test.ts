// What is typed finds what it names first, however it is spelled.
import { expect, test } from 'vitest';
import { matchScore } from './match-score';

const words = ['E-mail', 'Sends an e-mail', 'Message'];

test.each([
  ['', 1],
  ['e-m', 1],
  ['email', 1],
  ['E MAIL', 1],
  ['mail', 0.8],
  ['message', 0.4],
  ['sends', 0.4],
  ['sms', 0],
])('“%s” scores %d', (typed, score) => {
  expect(matchScore('send-email', typed, words)).toBe(score);
});

test('accents do not matter', () => {
  expect(matchScore('', 'cafe', ['Café'])).toBe(1);
  expect(matchScore('', 'x')).toBe(0);
});
