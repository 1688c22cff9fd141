// Versions of a journey and what resuming it would set off, for the browser.
import { infiniteQueryOptions, queryOptions } from '@tanstack/react-query';
import type { Page } from '@/lib/core/api/page';
import type { ResumePreview, VersionDetail, VersionDiff, VersionSummary } from '@/lib/core/api/version';
import { byCursor } from './by-cursor';
import { getJson } from './get-json';

export function versionsQuery(journeyId: string) {
  return infiniteQueryOptions({
    queryKey: ['journeys', journeyId, 'versions'],
    queryFn: ({ pageParam, signal }) =>
      getJson<Page<VersionSummary>>(
        `/v1/journeys/${journeyId}/versions`,
        { limit: 50, cursor: pageParam },
        signal,
      ),
    ...byCursor,
  });
}

export function versionQuery(journeyId: string, version: number) {
  return queryOptions({
    queryKey: ['journeys', journeyId, 'versions', version],
    queryFn: ({ signal }) =>
      getJson<VersionDetail>(`/v1/journeys/${journeyId}/versions/${version}`, {}, signal),
  });
}

/** @param side `draft` or a version's number */
export function drawingQuery(journeyId: string, side: string) {
  const path = side === 'draft' ? '' : `/versions/${side}`;
  return queryOptions({
    queryKey: ['journeys', journeyId, 'drawing', side],
    queryFn: async ({ signal }) =>
      (await getJson<Pick<VersionDetail, 'document'>>(`/v1/journeys/${journeyId}${path}`, {}, signal))
        .document,
    gcTime: 0,
  });
}

/** @param sides each `draft` or a version's number */
export function diffQuery(journeyId: string, sides: { from: string; to: string }) {
  return queryOptions({
    queryKey: ['journeys', journeyId, 'diff', sides],
    queryFn: ({ signal }) => getJson<VersionDiff>(`/v1/journeys/${journeyId}/diff`, sides, signal),
    // The draft is saved behind our back all the time.
    gcTime: 0,
  });
}

export function resumePreviewQuery(journeyId: string, spreadHours: number) {
  return queryOptions({
    queryKey: ['journeys', journeyId, 'resume-preview', spreadHours],
    queryFn: ({ signal }) =>
      getJson<ResumePreview>(`/v1/journeys/${journeyId}/resume/preview`, { spreadHours }, signal),
    gcTime: 0,
  });
}
