// The management API, declared once: the routes, the OpenAPI document, the reference page and the tests read this table.
import { z } from 'zod';
import { analyticsEndpoints } from './analytics-endpoints';
import { couponEndpoints } from './coupon-endpoints';
import { customerEndpoints } from './customer-endpoints';
import { type Endpoint, get, post, put } from './endpoint';
import { entryEndpoints } from './entry-endpoints';
import { EventEntry, EventNames, ListEvents } from './event';
import { experimentEndpoints } from './experiment-endpoints';
import * as journey from './journey';
import { journeyTestEndpoints } from './journey-test-endpoints';
import { ListMessages, MessageDetail, MessageRef, MessageSummary } from './message';
import { pageOf } from './page';
import { productEndpoints } from './product-endpoints';
import { seenEndpoints } from './seen-endpoints';
import { segmentChartEndpoints } from './segment-chart-endpoints';
import { segmentEndpoints } from './segment-endpoints';
import { sendingEndpoints } from './sending-endpoints';
import { taskEndpoints } from './task-endpoints';
import { PublishJourney, ResumeJourney } from './version';
import { versionEndpoints } from './version-endpoints';
import { whyEndpoints } from './why-endpoints';

const JsonDocument = z.looseObject({});

export const endpoints = {
  listJourneys: get({
    name: 'listJourneys',
    tag: 'Journeys',
    path: '/v1/journeys',
    summary: 'List journeys',
    description: 'Last changed first. Archived journeys are listed only when asked for by state.',
    query: journey.ListJourneys,
    reply: pageOf(journey.JourneySummary),
    refusals: ['bad-cursor'],
  }),
  createJourney: post({
    name: 'createJourney',
    tag: 'Journeys',
    path: '/v1/journeys',
    summary: 'Create a journey',
    description: 'Starts as a draft. Without a document the draft is a single trigger.',
    body: journey.CreateJourney,
    reply: journey.JourneyDetail,
    status: 201,
  }),
  findJourney: get({
    name: 'findJourney',
    tag: 'Journeys',
    path: '/v1/journeys/{id}',
    summary: 'Get a journey with its draft',
    params: journey.JourneyRef,
    reply: journey.JourneyDetail,
    refusals: ['not-found', 'newer-release'],
  }),
  saveDraft: put({
    name: 'saveDraft',
    tag: 'Journeys',
    path: '/v1/journeys/{id}',
    summary: 'Save the draft',
    description:
      'Changes the name, the document, or both; what is left out stays. Name the draftRevision you started from, and a save that would overwrite somebody else’s is refused with what changed.',
    params: journey.JourneyRef,
    body: journey.SaveDraft.omit({ id: true }),
    reply: journey.JourneyDetail,
    refusals: ['not-found', 'stale-draft', 'newer-release', 'journey-archived'],
  }),
  publishJourney: post({
    name: 'publishJourney',
    tag: 'Journeys',
    path: '/v1/journeys/{id}/publish',
    summary: 'Publish the draft',
    description:
      'Compiles the draft into an immutable version and starts enrolling customers by it. People inside stay on their version unless a plan says otherwise. Publishing a draft that is already live answers with the live version.',
    params: journey.JourneyRef,
    body: PublishJourney.omit({ id: true }),
    reply: journey.JourneyStanding,
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
  pauseJourney: post({
    name: 'pauseJourney',
    tag: 'Journeys',
    path: '/v1/journeys/{id}/pause',
    summary: 'Pause a live journey',
    description: 'Nobody new enters and nothing is sent. People inside stay where they are.',
    params: journey.JourneyRef,
    reply: journey.JourneyStanding,
    refusals: ['not-found', 'journey-not-live', 'journey-archived'],
  }),
  resumeJourney: post({
    name: 'resumeJourney',
    tag: 'Journeys',
    path: '/v1/journeys/{id}/resume',
    summary: 'Resume a paused journey',
    description: 'Without a plan everything that was due comes later by the length of the pause.',
    params: journey.JourneyRef,
    body: ResumeJourney.omit({ id: true }),
    reply: journey.JourneyStanding,
    refusals: ['not-found', 'journey-not-live', 'journey-archived'],
  }),
  archiveJourney: post({
    name: 'archiveJourney',
    tag: 'Journeys',
    path: '/v1/journeys/{id}/archive',
    summary: 'Archive a journey',
    description: 'Ends it for good: everybody inside leaves with the reason journey-archived.',
    params: journey.JourneyRef,
    reply: journey.JourneyStanding,
    refusals: ['not-found'],
  }),
  journeyCounts: get({
    name: 'journeyCounts',
    tag: 'Journeys',
    path: '/v1/journeys/{id}/counts',
    summary: 'Count people per node',
    params: journey.JourneyRef,
    reply: journey.NodeCounts,
    refusals: ['not-found'],
  }),
  ...journeyTestEndpoints,
  ...versionEndpoints,
  ...customerEndpoints,
  ...whyEndpoints,
  ...segmentEndpoints,
  ...segmentChartEndpoints,
  listMessages: get({
    name: 'listMessages',
    tag: 'Messages',
    path: '/v1/messages',
    summary: 'List messages',
    query: ListMessages,
    reply: pageOf(MessageSummary),
    refusals: ['bad-cursor'],
  }),
  findMessage: get({
    name: 'findMessage',
    tag: 'Messages',
    path: '/v1/messages/{id}',
    summary: 'Get a message with its deliveries',
    params: MessageRef,
    reply: MessageDetail,
    refusals: ['not-found'],
  }),
  ...entryEndpoints,
  ...taskEndpoints,
  ...productEndpoints,
  ...experimentEndpoints,
  ...couponEndpoints,
  ...sendingEndpoints,
  ...seenEndpoints,
  ...analyticsEndpoints,
  listEvents: get({
    name: 'listEvents',
    tag: 'Events',
    path: '/v1/events',
    summary: 'List events',
    description: 'Newest first. To follow along, ask again with after set to the newest seq you have.',
    query: ListEvents,
    reply: pageOf(EventEntry),
    refusals: ['bad-cursor'],
  }),
  eventNames: get({
    name: 'eventNames',
    tag: 'Events',
    path: '/v1/events/names',
    summary: 'List the event names seen lately',
    reply: EventNames,
  }),
  journeySchema: get({
    name: 'journeySchema',
    tag: 'Description',
    path: '/v1/schemas/journey.json',
    summary: 'JSON Schema of a journey document',
    access: 'anyone',
    reply: JsonDocument,
  }),
  openApi: get({
    name: 'openApi',
    tag: 'Description',
    path: '/v1/openapi.json',
    summary: 'This API as an OpenAPI 3.1 document',
    access: 'anyone',
    reply: JsonDocument,
  }),
  moveClock: post({
    name: 'moveClock',
    tag: 'Development',
    path: '/v1/dev/clock',
    summary: 'Move the clock',
    description:
      'Only where ALLOW_TIME_TRAVEL=1: moves the clock forward and answers when all work due by then is done.',
    body: z.strictObject({
      advanceMs: z
        .number()
        .int()
        .min(0)
        .max(400 * 86_400_000),
    }),
    reply: z.object({ now: z.iso.datetime(), isSettled: z.boolean() }),
    refusals: ['not-found'],
  }),
} satisfies Record<string, Endpoint>;

export const allEndpoints: readonly Endpoint[] = Object.values(endpoints);
