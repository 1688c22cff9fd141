// The part of the management API that is about journey tests.
import { get, post, put, remove } from './endpoint';
import { JourneyRef } from './journey';
import * as journeyTest from './journey-test';

export const journeyTestEndpoints = {
  listJourneyTests: get({
    name: 'listJourneyTests',
    tag: 'Journeys',
    path: '/v1/journeys/{id}/tests',
    summary: 'List the tests of a journey',
    description: 'Oldest first, all of them: a journey keeps up to 100.',
    params: JourneyRef,
    reply: journeyTest.JourneyTestList,
    refusals: ['not-found'],
  }),
  createJourneyTest: post({
    name: 'createJourneyTest',
    tag: 'Journeys',
    path: '/v1/journeys/{id}/tests',
    summary: 'Add a test to a journey',
    description:
      'A test is a customer, events with times, and the path and sends that are expected. It is not run by adding it.',
    params: JourneyRef,
    body: journeyTest.CreateJourneyTest.omit({ id: true }),
    reply: journeyTest.JourneyTestEntry,
    status: 201,
    refusals: ['not-found', 'journey-archived', 'too-many-tests'],
  }),
  saveJourneyTest: put({
    name: 'saveJourneyTest',
    tag: 'Journeys',
    path: '/v1/journeys/{id}/tests/{testId}',
    summary: 'Replace a test of a journey',
    params: journeyTest.TestRef,
    body: journeyTest.SaveJourneyTest.omit({ id: true, testId: true }),
    reply: journeyTest.JourneyTestEntry,
    refusals: ['not-found', 'newer-release', 'journey-archived'],
  }),
  deleteJourneyTest: remove({
    name: 'deleteJourneyTest',
    tag: 'Journeys',
    path: '/v1/journeys/{id}/tests/{testId}',
    summary: 'Delete a test of a journey',
    description: 'Answers with the test as it was.',
    params: journeyTest.TestRef,
    reply: journeyTest.JourneyTestEntry,
    refusals: ['not-found'],
  }),
  runJourneyTests: post({
    name: 'runJourneyTests',
    tag: 'Journeys',
    path: '/v1/journeys/{id}/tests/run',
    summary: 'Run the tests of a journey',
    description:
      'Runs them on the draft with a clock of their own. Nothing is sent. A test that fails says which decision differed.',
    params: JourneyRef,
    body: journeyTest.RunJourneyTests.omit({ id: true }),
    reply: journeyTest.JourneyTestResults,
    refusals: ['not-found', 'newer-release'],
  }),
};
