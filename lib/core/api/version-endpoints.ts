// The endpoints about versions and what they mean for the people inside.
import { get, post } from './endpoint';
import { JourneyRef, JourneyStanding } from './journey';
import { pageOf } from './page';
import * as version from './version';

export const versionEndpoints = {
  previewPublish: post({
    name: 'previewPublish',
    tag: 'Journeys',
    path: '/v1/journeys/{id}/publish/preview',
    summary: 'Count what publishing would do to people inside',
    description:
      'Changes nothing. The counts are those of the plan that is sent; without one, everybody stays.',
    params: JourneyRef,
    body: version.PreviewPublish.omit({ id: true }),
    reply: version.PublishPreview,
    refusals: [
      'not-found',
      'does-not-compile',
      'plan-target-missing',
      'plan-cannot-retime',
      'newer-release',
      'journey-archived',
    ],
  }),
  undoPublish: post({
    name: 'undoPublish',
    tag: 'Journeys',
    path: '/v1/journeys/{id}/publish/undo',
    summary: 'Undo the last publish',
    description:
      'Within an hour: the version before enrolls again, and everybody its plan touched who has not moved since is put back.',
    params: JourneyRef,
    reply: version.UndonePublish,
    refusals: ['not-found', 'nothing-to-undo', 'journey-archived'],
  }),
  resumePreview: get({
    name: 'resumePreview',
    tag: 'Journeys',
    path: '/v1/journeys/{id}/resume/preview',
    summary: 'Forecast what resuming would set off',
    params: JourneyRef,
    query: version.PreviewResume.omit({ id: true }),
    reply: version.ResumePreview,
    refusals: ['not-found'],
  }),
  listVersions: get({
    name: 'listVersions',
    tag: 'Journeys',
    path: '/v1/journeys/{id}/versions',
    summary: 'List the versions of a journey',
    description: 'Newest first.',
    params: JourneyRef,
    query: version.ListVersions.omit({ id: true }),
    reply: pageOf(version.VersionSummary),
    refusals: ['not-found', 'bad-cursor'],
  }),
  findVersion: get({
    name: 'findVersion',
    tag: 'Journeys',
    path: '/v1/journeys/{id}/versions/{version}',
    summary: 'Get a version with its document',
    params: version.VersionRef,
    reply: version.VersionDetail,
    refusals: ['not-found', 'newer-release'],
  }),
  restoreVersion: post({
    name: 'restoreVersion',
    tag: 'Journeys',
    path: '/v1/journeys/{id}/versions/{version}/restore',
    summary: 'Go back to a version',
    description: 'Makes its document the draft. With publish, also publishes it at once, as a new version.',
    params: version.VersionRef,
    body: version.RestoreVersion.omit({ id: true, version: true }),
    reply: JourneyStanding,
    refusals: [
      'not-found',
      'does-not-compile',
      'tests-failing',
      'plan-target-missing',
      'plan-cannot-retime',
      'newer-release',
      'journey-archived',
    ],
  }),
  diffVersions: get({
    name: 'diffVersions',
    tag: 'Journeys',
    path: '/v1/journeys/{id}/diff',
    summary: 'Compare two versions, or a version with the draft',
    params: JourneyRef,
    query: version.DiffVersions.omit({ id: true }),
    reply: version.VersionDiff,
    refusals: ['not-found', 'newer-release'],
  }),
};
