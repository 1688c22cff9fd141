// The people behind a cell of a retention report, for the browser.
import { infiniteQueryOptions, keepPreviousData } from '@tanstack/react-query';
import type { CustomerSummary } from '@/lib/core/api/customer';
import type { Page } from '@/lib/core/api/page';
import { getJson, type QueryValues } from './get-json';

export function retentionPeopleQuery(cell: QueryValues) {
  return infiniteQueryOptions({
    queryKey: ['analytics', 'retention-people', cell],
    queryFn: ({ pageParam, signal }) =>
      getJson<Page<CustomerSummary>>(
        '/v1/analytics/retention/people',
        { ...cell, cursor: pageParam },
        signal,
      ),
    initialPageParam: undefined as string | undefined,
    getNextPageParam: (page) => page.next ?? undefined,
    placeholderData: keepPreviousData,
  });
}
