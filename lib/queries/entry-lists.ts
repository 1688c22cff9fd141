// The lists of people that were let into a journey, with their progress.
import { queryOptions } from '@tanstack/react-query';
import type { EntryLists } from '@/lib/core/api/entry';
import { getJson } from './get-json';

const workingMs = 1_000;

/** Asked again as long as one of them is being worked off. */
export function entryListsQuery(journeyId: string) {
  return queryOptions({
    queryKey: ['journeys', journeyId, 'lists'],
    queryFn: ({ signal }) => getJson<EntryLists>(`/v1/journeys/${journeyId}/lists`, {}, signal),
    refetchInterval: ({ state }) =>
      state.data?.data.some(({ endedAt }) => endedAt === null) ? workingMs : false,
  });
}
