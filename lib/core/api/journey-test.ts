// Journey tests as the API and the studio see them.
import { z } from 'zod';
import { ReasonCode } from '../engine/reason';
import { idOf } from '../id';
import { JourneyTest } from '../journey-test/journey-test';
import { JsonObjectSchema } from '../json';
import { JourneyRef } from './journey';
import { Instant } from './page';

/** Of one journey. */
export const MOST_TESTS = 100;

export const TestRef = JourneyRef.extend({ testId: idOf('jts') });
export type TestRef = z.infer<typeof TestRef>;

export const JourneyTestEntry = z.object({
  id: idOf('jts'),
  journeyId: idOf('jrn'),
  name: z.string(),
  test: JourneyTest.nullable().describe('Null where a newer version of Throughline has saved it.'),
  createdAt: Instant,
  updatedAt: Instant,
});
export type JourneyTestEntry = z.infer<typeof JourneyTestEntry>;

export const JourneyTestList = z.object({ data: z.array(JourneyTestEntry) });
export type JourneyTestList = z.infer<typeof JourneyTestList>;

export const CreateJourneyTest = JourneyRef.extend({ test: JourneyTest });
export type CreateJourneyTest = z.infer<typeof CreateJourneyTest>;

export const SaveJourneyTest = TestRef.extend({ test: JourneyTest });
export type SaveJourneyTest = z.infer<typeof SaveJourneyTest>;

export const RunJourneyTests = JourneyRef.extend({
  testIds: z.array(idOf('jts')).min(1).max(MOST_TESTS).optional().describe('Left out, all of them are run.'),
});
export type RunJourneyTests = z.infer<typeof RunJourneyTests>;

const TestDifference = z.object({
  code: z.string(),
  message: z.string().describe('What differed, as a sentence.'),
  nodeId: idOf('nod').nullable(),
  step: z.number().int().nullable().describe('Which of the decisions differed, counted from 0.'),
});

export const JourneyTestResult = z.object({
  id: idOf('jts'),
  name: z.string(),
  passed: z.boolean(),
  difference: TestDifference.nullable(),
  decisions: z.array(
    z.object({
      at: Instant,
      nodeId: idOf('nod').nullable(),
      code: ReasonCode,
      inputs: JsonObjectSchema,
    }),
  ),
});
export type JourneyTestResult = z.infer<typeof JourneyTestResult>;

export const JourneyTestResults = z.object({ data: z.array(JourneyTestResult) });
export type JourneyTestResults = z.infer<typeof JourneyTestResults>;

/** A test that fails, as a publish lists it. */
export const FailingTest = z.object({ id: idOf('jts'), name: z.string(), message: z.string() });
export type FailingTest = z.infer<typeof FailingTest>;

/** 422: tests of the journey fail on the draft; publishing it needs `ignoreFailingTests`. */
export const TestsFailing = z.object({
  code: z.literal('tests-failing'),
  message: z.string(),
  tests: z.array(FailingTest),
});
export type TestsFailing = z.infer<typeof TestsFailing>;
