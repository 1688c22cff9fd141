// Stored programs.
import { expect, test } from 'vitest';
import { journey } from '../testing/build-journey';
import { parseProgram } from './parse-program';

const program = journey().trigger('Order').delay(1, 'days').email('Hello').program();

test('gives back what was stored', () => {
  expect(parseProgram(JSON.parse(JSON.stringify(program)))).toEqual(program);
});

test('refuses what it does not understand', () => {
  const step = { type: 'delay', data: { amount: 1, unit: 'days' }, exits: { next: null } };
  for (const wrong of [
    null,
    { ...program, format: 2 },
    { ...program, steps: { nod_1: { ...step, type: 'teleport' } } },
    { ...program, steps: { nod_1: { ...step, data: { amount: 'long' } } } },
    { ...program, rules: [{ nodeId: 'nod_1' }] },
  ]) {
    expect(parseProgram(wrong)).toBeNull();
  }
});
