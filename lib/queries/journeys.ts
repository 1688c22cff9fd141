// Journeys for the browser: the list, and all names for the palette.
import { infiniteQueryOptions, queryOptions } from '@tanstack/react-query';
import type { JourneyDetail, JourneyState, JourneySummary } from '@/lib/core/api/journey';
import type { Page } from '@/lib/core/api/page';
import type { Id } from '@/lib/core/id';
import { byCursor } from './by-cursor';
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
    ...byCursor,
    refetchInterval: refreshMs,
  });
}

export function allJourneysQuery() {
  return queryOptions({
    queryKey: ['journeys', 'all'],
    queryFn: ({ signal }) => getJson<Page<JourneySummary>>('/v1/journeys', { limit: 200 }, signal),
  });
}

export interface ArmChoice {
  readonly nodeId: Id<'nod'>;
  readonly arm: string;
  readonly name: string;
  /** What its step is called; may be empty. */
  readonly experiment: string;
}

/** The arms of a journey's experiments, to choose one from. */
export function journeyArmsQuery(id: string) {
  return queryOptions({
    queryKey: ['journeys', 'arms', id],
    queryFn: async ({ signal }): Promise<ArmChoice[]> => {
      const { document } = await getJson<JourneyDetail>(`/v1/journeys/${id}`, {}, signal);
      return document.nodes.flatMap((node) => {
        if (node.type !== 'experiment-split') return [];
        return node.data.arms.map(({ id: arm, name }) => ({
          ...{ nodeId: node.id, arm, experiment: node.name },
          name: name || arm.toUpperCase(),
        }));
      });
    },
    staleTime: 30_000,
  });
}
