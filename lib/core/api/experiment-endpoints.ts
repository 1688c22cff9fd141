// Experiments in the management API.
import { get, post } from './endpoint';
import * as experiment from './experiment';
import { HoldoutPeople, HoldoutPeopleQuery, HoldoutQuery, HoldoutReport } from './holdout';
import { pageOf } from './page';

const ofExperiment = { params: experiment.ExperimentRef, tag: 'Experiments' } as const;

export const experimentEndpoints = {
  listExperiments: get({
    name: 'listExperiments',
    tag: 'Experiments',
    path: '/v1/experiments',
    summary: 'List experiments',
    description: 'Newest first, each with what its last look said.',
    query: experiment.ListExperiments,
    reply: pageOf(experiment.ExperimentSummary),
    refusals: ['bad-cursor'],
  }),
  forecastExperiment: post({
    name: 'forecastExperiment',
    tag: 'Experiments',
    path: '/v1/experiments/forecast',
    summary: 'Forecast an experiment',
    description: 'People per arm and days, by what happened in the last 28 days. Nothing is kept.',
    body: experiment.PlanExperiment,
    reply: experiment.ExperimentForecast,
    refusals: ['not-found'],
  }),
  readHoldout: get({
    name: 'readHoldout',
    tag: 'Experiments',
    path: '/v1/holdout',
    summary: 'Say what marketing is worth',
    description:
      'Everybody who gets marketing against those whom the workspace holds out, by orders and revenue, each month alone and since each person began to count. A changed share begins a new span; data of two are never pooled.',
    query: HoldoutQuery,
    reply: HoldoutReport,
    refusals: ['not-found'],
  }),
  listHoldoutPeople: get({
    name: 'listHoldoutPeople',
    tag: 'Experiments',
    path: '/v1/holdout/people',
    summary: 'List the people behind a figure of the holdout',
    description: 'Newest first, and as many as the figure of readHoldout says.',
    query: HoldoutPeopleQuery,
    reply: HoldoutPeople,
    refusals: ['not-found', 'invalid-field', 'bad-cursor'],
  }),
  findExperiment: get({
    ...ofExperiment,
    name: 'findExperiment',
    path: '/v1/experiments/{id}',
    summary: 'Get an experiment with its last look',
    query: experiment.FindExperiment.omit({ id: true }),
    reply: experiment.ExperimentDetail,
    refusals: ['not-found'],
  }),
  listLooks: get({
    ...ofExperiment,
    name: 'listLooks',
    path: '/v1/experiments/{id}/looks',
    summary: 'List the looks at an experiment',
    description: 'Newest first, with the counts from which every figure can be worked out again.',
    query: experiment.ListLooks,
    reply: pageOf(experiment.ExperimentLook),
    refusals: ['not-found', 'bad-cursor'],
  }),
  breakDownExperiment: get({
    ...ofExperiment,
    name: 'breakDownExperiment',
    path: '/v1/experiments/{id}/breakdown',
    summary: 'Break an experiment down',
    description: 'By segments, and by whom the message reached. Exploratory: nothing is decided by it.',
    query: experiment.FindExperiment.omit({ id: true }),
    reply: experiment.ExperimentBreakdown,
    refusals: ['not-found'],
  }),
  listExposed: get({
    ...ofExperiment,
    name: 'listExposed',
    path: '/v1/experiments/{id}/people',
    summary: 'List the people of an experiment',
    description: 'By arm, and by whether they were dealt it, count, or did what is measured.',
    query: experiment.ListExposed,
    reply: pageOf(experiment.ExposedPerson),
    refusals: ['not-found', 'bad-cursor'],
  }),
  promoteArm: post({
    ...ofExperiment,
    name: 'promoteArm',
    path: '/v1/experiments/{id}/promote',
    summary: 'Give new entries one arm',
    description: 'Publishes the journey anew with all new entries in that arm. People inside keep theirs.',
    body: experiment.PromoteArm.omit({ id: true }),
    reply: experiment.ExperimentDetail,
    refusals: ['not-found', 'unknown-arm', 'experiment-over'],
  }),
  stopExperiment: post({
    ...ofExperiment,
    name: 'stopExperiment',
    path: '/v1/experiments/{id}/stop',
    summary: 'Stop measuring',
    description: 'The split goes on; no further look is taken and nothing is concluded.',
    reply: experiment.ExperimentDetail,
    refusals: ['not-found', 'experiment-not-running', 'experiment-over'],
  }),
  runAgain: post({
    ...ofExperiment,
    name: 'runAgain',
    path: '/v1/experiments/{id}/undo',
    summary: 'Undo a decision, or run again',
    description:
      'Splits new entries again, in a new phase: everybody is dealt anew and counted from the start.',
    reply: experiment.ExperimentDetail,
    refusals: ['not-found', 'experiment-over'],
  }),
};
