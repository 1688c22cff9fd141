// The people behind a figure of retention or of repeat orders, for the browser.
import { infiniteQueryOptions, keepPreviousData } from '@tanstack/react-query';
import type { CustomerSummary } from '@/lib/core/api/customer';
import type { Page } from '@/lib/core/api/page';
import { byCursor } from './by-cursor';
import { getJson, type QueryValues } from './get-json';

export function analyticsPeopleQuery(of: 'retention' | 'repeat-purchase', asked: QueryValues) {
  return infiniteQueryOptions({
    queryKey: ['analytics', of, 'people', asked],
    queryFn: ({ pageParam, signal }) =>
      getJson<Page<CustomerSummary>>(`/v1/analytics/${of}/people`, { ...asked, cursor: pageParam }, signal),
    ...byCursor,
    placeholderData: keepPreviousData,
  });
}
