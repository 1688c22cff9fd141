// The figures of segments for the browser.
import { keepPreviousData, queryOptions } from '@tanstack/react-query';
import type {
  SegmentComposition,
  SegmentHistory,
  SegmentOverlap,
  SegmentPersona,
} from '@/lib/core/api/segment-charts';
import { getJson } from './get-json';

const staleTime = 30_000;

export function segmentHistoryQuery(id: string, days: number) {
  return queryOptions({
    queryKey: ['segments', 'history', id, days],
    queryFn: ({ signal }) => getJson<SegmentHistory>(`/v1/segments/${id}/history`, { days }, signal),
    placeholderData: keepPreviousData,
    staleTime,
  });
}

export function segmentPersonaQuery(id: string) {
  return queryOptions({
    queryKey: ['segments', 'persona', id],
    queryFn: ({ signal }) => getJson<SegmentPersona>(`/v1/segments/${id}/persona`, {}, signal),
    staleTime,
  });
}

export function segmentCompositionQuery(segments: readonly string[], attribute: string) {
  return queryOptions({
    queryKey: ['segments', 'composition', segments, attribute],
    queryFn: ({ signal }) =>
      getJson<SegmentComposition>(
        '/v1/segments/composition',
        { segments: segments.join(','), attribute },
        signal,
      ),
    placeholderData: keepPreviousData,
    staleTime,
  });
}

export function segmentOverlapQuery(segments: readonly string[]) {
  return queryOptions({
    queryKey: ['segments', 'overlap', segments],
    queryFn: ({ signal }) =>
      getJson<SegmentOverlap>('/v1/segments/overlap', { segments: segments.join(',') }, signal),
    placeholderData: keepPreviousData,
    staleTime,
  });
}
