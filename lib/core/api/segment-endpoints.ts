// Segments in the management API.
import { get, post, put } from './endpoint';
import { PageQuery, pageOf } from './page';
import { ReadySegments } from './ready-segments';
import * as segment from './segment';

const judged = [
  'segment-name-taken',
  'bad-condition',
  'unknown-segment',
  'segment-cycle',
  'condition-too-costly',
] as const;

export const segmentEndpoints = {
  listSegments: get({
    name: 'listSegments',
    tag: 'Segments',
    path: '/v1/segments',
    summary: 'List segments',
    description: 'Last changed first, with how many customers are in each now.',
    query: segment.ListSegments,
    reply: pageOf(segment.SegmentSummary),
    refusals: ['bad-cursor'],
  }),
  createSegment: post({
    name: 'createSegment',
    tag: 'Segments',
    path: '/v1/segments',
    summary: 'Create a segment',
    description: 'It fills in the background while events flow; filled says how far that is.',
    body: segment.CreateSegment,
    reply: segment.SegmentDetail,
    status: 201,
    refusals: judged,
  }),
  previewSegment: post({
    name: 'previewSegment',
    tag: 'Segments',
    path: '/v1/segments/preview',
    summary: 'Count who would be in a segment',
    description: 'Changes nothing. A condition that takes longer than a few seconds is refused.',
    body: segment.PreviewSegment,
    reply: segment.SegmentPreview,
    refusals: ['bad-condition', 'condition-too-costly'],
  }),
  readySegments: get({
    name: 'readySegments',
    tag: 'Segments',
    path: '/v1/segments/ready',
    summary: 'List ready segments',
    description:
      'Conditions to copy, with bounds from the orders of this shop: by recency and frequency, and by stage of life. Only events Order Completed count.',
    reply: ReadySegments,
  }),
  findSegment: get({
    name: 'findSegment',
    tag: 'Segments',
    path: '/v1/segments/{id}',
    summary: 'Get a segment',
    params: segment.SegmentRef,
    reply: segment.SegmentDetail,
    refusals: ['not-found'],
  }),
  saveSegment: put({
    name: 'saveSegment',
    tag: 'Segments',
    path: '/v1/segments/{id}',
    summary: 'Change a segment',
    description:
      'Its name, description or condition. Another condition fills it anew, people moving in and out.',
    params: segment.SegmentRef,
    body: segment.SaveSegment.omit({ id: true }),
    reply: segment.SegmentDetail,
    refusals: ['not-found', 'stale-segment', 'segment-archived', ...judged],
  }),
  duplicateSegment: post({
    name: 'duplicateSegment',
    tag: 'Segments',
    path: '/v1/segments/{id}/duplicate',
    summary: 'Copy a segment',
    params: segment.SegmentRef,
    body: segment.DuplicateSegment.omit({ id: true }),
    reply: segment.SegmentDetail,
    status: 201,
    refusals: ['not-found', 'segment-name-taken'],
  }),
  archiveSegment: post({
    name: 'archiveSegment',
    tag: 'Segments',
    path: '/v1/segments/{id}/archive',
    summary: 'Archive a segment',
    description: 'Refused while a live or paused journey or another segment names it.',
    params: segment.SegmentRef,
    reply: segment.SegmentDetail,
    refusals: ['not-found', 'segment-in-use'],
  }),
  listMembers: get({
    name: 'listMembers',
    tag: 'Segments',
    path: '/v1/segments/{id}/members',
    summary: 'List who is in a segment',
    description: 'Last come first.',
    params: segment.SegmentRef,
    query: PageQuery,
    reply: pageOf(segment.SegmentMember),
    refusals: ['not-found', 'bad-cursor'],
  }),
};
