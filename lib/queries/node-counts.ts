// People at each step of a journey, refreshed while it is on screen.
import { queryOptions } from '@tanstack/react-query';
import type { NodeCounts } from '@/lib/core/api/journey';
import { getJson } from './get-json';

const refreshMs = 2_000;

export function nodeCountsQuery(journeyId: string) {
  return queryOptions({
    queryKey: ['journeys', journeyId, 'counts'],
    queryFn: ({ signal }) => getJson<NodeCounts>(`/v1/journeys/${journeyId}/counts`, {}, signal),
    refetchInterval: refreshMs,
  });
}
