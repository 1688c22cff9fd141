// What is asked about the events of a line, as people say it: whether and how often, or what they measure together.
import type { EventTest, Measure } from '@/lib/core/condition/condition';
import { type Frequency, frequencies, frequencyOf, withFrequency } from './frequency';

const measures = [
  'sum',
  'average',
  'smallest',
  'largest',
  'days-since-first',
  'days-since-last',
] as const satisfies Measure['of'][];

export const eventQuestions = [...frequencies, ...measures] as const;
export type EventQuestion = (typeof eventQuestions)[number];

export function questionOf(test: EventTest): EventQuestion {
  return test.measure?.of ?? frequencyOf(test);
}

export function isMeasure(question: EventQuestion): question is Measure['of'] {
  return measures.some((one) => one === question);
}

/** Whether a property is what is measured. */
export function isOfProperty(question: EventQuestion): boolean {
  return isMeasure(question) && !question.startsWith('days-');
}

/** The test asked another question. A number means something else then, apart from one amount and another. */
export function withQuestion(test: EventTest, question: EventQuestion): EventTest {
  const { measure, ...rest } = test;
  if (!isMeasure(question)) return withFrequency(measure ? { ...rest, ...fresh } : rest, question);
  const property = isOfProperty(question) ? (measure?.property ?? []) : [];
  const isAlike = measure !== undefined && isOfProperty(question) === isOfProperty(measure.of);
  const start = isOfProperty(question) ? amount : days;
  return { ...rest, ...(isAlike ? {} : start), measure: { of: question, property } };
}

const fresh: { operator: Frequency & 'at-least'; count: number } = { operator: 'at-least', count: 1 };
const amount = { operator: 'at-least', count: 100 } as const;
const days = { operator: 'at-most', count: 30 } as const;
