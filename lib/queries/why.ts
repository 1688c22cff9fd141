// The reason trail for the browser: one customer and every journey, one of them in full, and one node with the people behind its reasons.
import { infiniteQueryOptions, queryOptions } from '@tanstack/react-query';
import type { Page } from '@/lib/core/api/page';
import type { CustomerJourneys, Occasion, PersonAtNode, ReasonCounts } from '@/lib/core/api/why';
import { byCursor } from './by-cursor';
import { getJson } from './get-json';

const dayMs = 86_400_000;
const refreshMs = 5_000;

export function customerJourneysQuery(customerId: string) {
  return queryOptions({
    queryKey: ['customers', customerId, 'journeys'],
    queryFn: ({ signal }) => getJson<CustomerJourneys>(`/v1/customers/${customerId}/journeys`, {}, signal),
    refetchInterval: refreshMs,
  });
}

export function whyQuery(customerId: string, journeyId: string, limit?: number) {
  return infiniteQueryOptions({
    queryKey: ['customers', customerId, 'why', journeyId, limit],
    queryFn: ({ pageParam, signal }) =>
      getJson<Page<Occasion>>(
        `/v1/customers/${customerId}/journeys/${journeyId}/why`,
        { limit, cursor: pageParam },
        signal,
      ),
    ...byCursor,
  });
}

/** The stretch of time counts are taken over, in days up to now. */
export type Days = 7 | 30 | 90;

const fromOf = (days: Days) => new Date(Date.now() - days * dayMs).toISOString();

export function nodeReasonsQuery(journeyId: string, nodeId: string, days: Days) {
  return queryOptions({
    queryKey: ['journeys', journeyId, 'reasons', nodeId, days],
    queryFn: ({ signal }) =>
      getJson<ReasonCounts>(
        `/v1/journeys/${journeyId}/nodes/${nodeId}/reasons`,
        { from: fromOf(days) },
        signal,
      ),
  });
}

export function reasonPeopleQuery(journeyId: string, nodeId: string, code: string, from: string) {
  return infiniteQueryOptions({
    queryKey: ['journeys', journeyId, 'reasons', nodeId, 'people', code, from],
    queryFn: ({ pageParam, signal }) =>
      getJson<Page<PersonAtNode>>(
        `/v1/journeys/${journeyId}/nodes/${nodeId}/reasons/people`,
        { code, from, limit: 20, cursor: pageParam },
        signal,
      ),
    ...byCursor,
  });
}
