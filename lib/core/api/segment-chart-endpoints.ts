// The figures of segments in the management API.
import { get } from './endpoint';
import { pageOf } from './page';
import { SegmentRef } from './segment';
import * as chart from './segment-charts';

export const segmentChartEndpoints = {
  segmentHistory: get({
    name: 'segmentHistory',
    tag: 'Segments',
    path: '/v1/segments/{id}/history',
    summary: 'Read a segment’s size over time',
    description: 'Day by day, with entries and exits, oldest first.',
    params: SegmentRef,
    query: chart.SegmentHistoryQuery,
    reply: chart.SegmentHistory,
    refusals: ['not-found'],
  }),
  segmentPersona: get({
    name: 'segmentPersona',
    tag: 'Segments',
    path: '/v1/segments/{id}/persona',
    summary: 'Sum a segment up',
    description: 'What its members are like: attributes, products, channels, hours.',
    params: SegmentRef,
    reply: chart.SegmentPersona,
    refusals: ['not-found'],
  }),
  listSegmentPeople: get({
    name: 'listSegmentPeople',
    tag: 'Segments',
    path: '/v1/segments/{id}/people',
    summary: 'List the people behind a figure',
    description:
      'Who was in at the end of a day of the history, came in or left on it, or did something at an hour or weekday of the persona. Last first.',
    params: SegmentRef,
    query: chart.SegmentPeopleQuery,
    reply: pageOf(chart.SegmentPerson),
    refusals: ['not-found', 'bad-cursor'],
  }),
  segmentComposition: get({
    name: 'segmentComposition',
    tag: 'Segments',
    path: '/v1/segments/composition',
    summary: 'Count members by an attribute',
    description: 'Of one segment, or of two side by side.',
    query: chart.CompositionQuery,
    reply: chart.SegmentComposition,
    refusals: ['not-found'],
  }),
  segmentOverlap: get({
    name: 'segmentOverlap',
    tag: 'Segments',
    path: '/v1/segments/overlap',
    summary: 'Count who is in several segments at once',
    query: chart.OverlapQuery,
    reply: chart.SegmentOverlap,
    refusals: ['not-found'],
  }),
};
