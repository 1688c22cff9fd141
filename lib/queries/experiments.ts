// Experiments for the browser.
import { infiniteQueryOptions, keepPreviousData, queryOptions } from '@tanstack/react-query';
import type {
  ExperimentBreakdown,
  ExperimentForecast,
  ExperimentSummary,
  ExperimentVerdict,
  ExposedPerson,
  PlanExperiment,
} from '@/lib/core/api/experiment';
import type { Page } from '@/lib/core/api/page';
import { byCursor } from './by-cursor';
import { askJson, getJson, type QueryValues } from './get-json';

export const MOST_VERDICTS = 3;

export function experimentsQuery() {
  return infiniteQueryOptions({
    queryKey: ['experiments', 'list'],
    queryFn: ({ pageParam, signal }) =>
      getJson<Page<ExperimentSummary>>('/v1/experiments', { cursor: pageParam }, signal),
    ...byCursor,
  });
}

/** Few at a time: they stand above the list of all experiments. */
export function verdictsQuery() {
  return infiniteQueryOptions({
    queryKey: ['experiments', 'verdicts'],
    queryFn: ({ pageParam, signal }) =>
      getJson<Page<ExperimentVerdict>>(
        '/v1/experiments/verdicts',
        { limit: MOST_VERDICTS, cursor: pageParam },
        signal,
      ),
    ...byCursor,
  });
}

export function exposedQuery(id: string, filter: QueryValues) {
  return infiniteQueryOptions({
    queryKey: ['experiments', 'people', id, filter],
    queryFn: ({ pageParam, signal }) =>
      getJson<Page<ExposedPerson>>(`/v1/experiments/${id}/people`, { ...filter, cursor: pageParam }, signal),
    ...byCursor,
    placeholderData: keepPreviousData,
  });
}

export function breakdownQuery(id: string, phase: number) {
  return queryOptions({
    queryKey: ['experiments', 'breakdown', id, phase],
    queryFn: ({ signal }) =>
      getJson<ExperimentBreakdown>(`/v1/experiments/${id}/breakdown`, { phase }, signal),
  });
}

/** Kept for a minute: the last 28 days hardly change while one types. */
export function forecastQuery(plan: PlanExperiment) {
  return queryOptions({
    queryKey: ['experiments', 'forecast', plan],
    queryFn: ({ signal }) => askJson<ExperimentForecast>('/v1/experiments/forecast', plan, signal),
    placeholderData: keepPreviousData,
    staleTime: 60_000,
  });
}
