// Segments for the browser: the list, all of them to choose from, one that fills, who is in it, and who would be.
import { infiniteQueryOptions, keepPreviousData, queryOptions } from '@tanstack/react-query';
import type { Page } from '@/lib/core/api/page';
import type { ReadySegments } from '@/lib/core/api/ready-segments';
import type { SegmentDetail, SegmentMember, SegmentPreview, SegmentSummary } from '@/lib/core/api/segment';
import type { SegmentPeopleQuery, SegmentPerson } from '@/lib/core/api/segment-charts';
import type { Condition } from '@/lib/core/condition/condition';
import { byCursor } from './by-cursor';
import { askJson, getJson } from './get-json';

const refreshMs = 5_000;
const fillingMs = 1_000;

interface SegmentsFilter {
  search?: string | undefined;
  state?: 'active' | 'archived' | undefined;
}

export function segmentsQuery(filter: SegmentsFilter) {
  return infiniteQueryOptions({
    queryKey: ['segments', 'list', filter],
    queryFn: ({ pageParam, signal }) =>
      getJson<Page<SegmentSummary>>('/v1/segments', { ...filter, cursor: pageParam }, signal),
    ...byCursor,
    placeholderData: keepPreviousData,
    refetchInterval: refreshMs,
  });
}

export function segmentChoicesQuery() {
  return queryOptions({
    queryKey: ['segments', 'choices'],
    queryFn: ({ signal }) => getJson<Page<SegmentSummary>>('/v1/segments', { limit: 200 }, signal),
    staleTime: 30_000,
  });
}

/** Looked at more often while it fills, so that progress is seen. */
export function segmentQuery(id: string) {
  return queryOptions({
    queryKey: ['segments', 'one', id],
    queryFn: ({ signal }) => getJson<SegmentDetail>(`/v1/segments/${id}`, {}, signal),
    refetchInterval: ({ state }) => ((state.data?.filled ?? 1) < 1 ? fillingMs : refreshMs),
  });
}

export function membersQuery(id: string) {
  return infiniteQueryOptions({
    queryKey: ['segments', 'members', id],
    queryFn: ({ pageParam, signal }) =>
      getJson<Page<SegmentMember>>(`/v1/segments/${id}/members`, { cursor: pageParam }, signal),
    ...byCursor,
    refetchInterval: refreshMs,
  });
}

export function segmentPeopleQuery(id: string, figure: Pick<SegmentPeopleQuery, 'figure' | 'value'>) {
  return infiniteQueryOptions({
    queryKey: ['segments', 'people', id, figure],
    queryFn: ({ pageParam, signal }) =>
      getJson<Page<SegmentPerson>>(`/v1/segments/${id}/people`, { ...figure, cursor: pageParam }, signal),
    ...byCursor,
  });
}

export function readySegmentsQuery() {
  return queryOptions({
    queryKey: ['segments', 'ready'],
    queryFn: ({ signal }) => getJson<ReadySegments>('/v1/segments/ready', {}, signal),
    staleTime: 60_000,
  });
}

/** What is asked no more is called off. */
export function segmentPreviewQuery(condition: Condition) {
  return queryOptions({
    queryKey: ['segments', 'preview', condition],
    queryFn: ({ signal }) => askJson<SegmentPreview>('/v1/segments/preview', { condition }, signal),
    placeholderData: keepPreviousData,
    staleTime: 10_000,
  });
}
