// Counting and measuring are chosen in one place, and whoever changes between them never asks what cannot be.
import { expect, test } from 'vitest';
import { EventTest } from '@/lib/core/condition/condition';
import { eventQuestions, isOfProperty, questionOf, withQuestion } from './event-question';

const bought = EventTest.parse({ type: 'event', event: 'Bought' });

test.each(eventQuestions)('%s can be chosen from anywhere and is then what is shown', (question) => {
  for (const before of eventQuestions) {
    const asked = withQuestion(withQuestion(bought, before), question);
    expect(questionOf(asked)).toBe(question);
    expect(asked.event).toBe('Bought');
  }
});

test('the property and the amount outlive another way to measure, and nothing else', () => {
  const spent = {
    ...withQuestion(bought, 'sum'),
    measure: { of: 'sum' as const, property: ['total'] },
    count: 70,
  };
  expect(withQuestion(spent, 'average')).toMatchObject({
    measure: { of: 'average', property: ['total'] },
    count: 70,
  });
  expect(withQuestion(spent, 'days-since-last')).toMatchObject({
    measure: { of: 'days-since-last', property: [] },
    operator: 'at-most',
    count: 30,
  });
  expect(withQuestion(spent, 'did')).toEqual(bought);
  expect(isOfProperty('days-since-first')).toBe(false);
});
