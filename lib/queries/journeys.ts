// Journeys for the browser: the list, and all names for the palette.
import { infiniteQueryOptions, queryOptions } from '@tanstack/react-query';
import type { JourneyState, JourneySummary } from '@/lib/core/api/journey';
import type { Page } from '@/lib/core/api/page';
import { getJson } from './get-json';

export interface JourneysFilter {
  state?: JourneyState | undefined;
}

const refreshMs = 5_000;

/** Refreshed while it is on screen, because people keep entering. */
export function journeysQuery(filter: JourneysFilter) {
  return infiniteQueryOptions({
    queryKey: ['journeys', 'list', filter],
    queryFn: ({ pageParam, signal }) =>
      getJson<Page<JourneySummary>>('/v1/journeys', { ...filter, cursor: pageParam }, signal),
    initialPageParam: undefined as string | undefined,
    getNextPageParam: (page) => page.next ?? undefined,
    refetchInterval: refreshMs,
  });
}

export function allJourneysQuery() {
  return queryOptions({
    queryKey: ['journeys', 'all'],
    queryFn: ({ signal }) => getJson<Page<JourneySummary>>('/v1/journeys', { limit: 200 }, signal),
  });
}
