// "Did" and "did not" are counts too; whoever changes between them never asks what cannot be.
import { expect, test } from 'vitest';
import { EventTest } from '@/lib/core/condition/condition';
import { frequencies, frequencyOf, withFrequency } from './frequency';

const bought = EventTest.parse({ type: 'event', event: 'Bought' });

test('at least once is did, exactly never is did not', () => {
  expect(frequencyOf(bought)).toBe('did');
  expect(frequencyOf({ operator: 'equals', count: 0 })).toBe('did-not');
  expect(frequencyOf({ operator: 'equals', count: 1 })).toBe('equals');
  expect(frequencyOf({ operator: 'at-least', count: 2 })).toBe('at-least');
  expect(frequencyOf({ operator: 'less-than', count: 1 })).toBe('less-than');
});

test.each(frequencies)('%s can be chosen from anywhere and is then what is shown', (frequency) => {
  for (const before of frequencies) {
    expect(frequencyOf(withFrequency(withFrequency(bought, before), frequency))).toBe(frequency);
  }
});

test('a count that was typed outlives another comparison', () => {
  const often = { ...withFrequency(bought, 'at-least'), count: 7 };
  expect(withFrequency(often, 'at-most')).toEqual({ ...bought, operator: 'at-most', count: 7 });
  expect(withFrequency(withFrequency(often, 'did'), 'at-least').count).toBe(2);
});
