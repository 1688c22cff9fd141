// The people behind a figure of the holdout, for the browser.
import { infiniteQueryOptions, keepPreviousData } from '@tanstack/react-query';
import type { CustomerSummary } from '@/lib/core/api/customer';
import type { Page } from '@/lib/core/api/page';
import { byCursor } from './by-cursor';
import { getJson, type QueryValues } from './get-json';

export function holdoutPeopleQuery(asked: QueryValues) {
  return infiniteQueryOptions({
    queryKey: ['holdout', 'people', asked],
    queryFn: ({ pageParam, signal }) =>
      getJson<Page<CustomerSummary>>('/v1/holdout/people', { ...asked, cursor: pageParam }, signal),
    ...byCursor,
    placeholderData: keepPreviousData,
  });
}
