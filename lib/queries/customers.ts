// Customers for the browser: the list, what the palette finds, and one customer's timeline.
import { infiniteQueryOptions, keepPreviousData, queryOptions } from '@tanstack/react-query';
import type { CustomerSummary } from '@/lib/core/api/customer';
import type { Page } from '@/lib/core/api/page';
import type { TimelineEntry } from '@/lib/core/api/timeline';
import { byCursor } from './by-cursor';
import { getJson } from './get-json';

const refreshMs = 5_000;

export interface CustomersFilter {
  search?: string | undefined;
}

export function customersQuery(filter: CustomersFilter) {
  return infiniteQueryOptions({
    queryKey: ['customers', 'list', filter],
    queryFn: ({ pageParam, signal }) =>
      getJson<Page<CustomerSummary>>('/v1/customers', { ...filter, cursor: pageParam }, signal),
    ...byCursor,
    placeholderData: keepPreviousData,
  });
}

export function foundCustomersQuery(search: string) {
  return queryOptions({
    queryKey: ['customers', 'found', search],
    queryFn: ({ signal }) => getJson<Page<CustomerSummary>>('/v1/customers', { search, limit: 6 }, signal),
    placeholderData: keepPreviousData,
  });
}

export function timelineQuery(customerId: string) {
  return infiniteQueryOptions({
    queryKey: ['customers', customerId, 'timeline'],
    queryFn: ({ pageParam, signal }) =>
      getJson<Page<TimelineEntry>>(`/v1/customers/${customerId}/timeline`, { cursor: pageParam }, signal),
    ...byCursor,
    refetchInterval: refreshMs,
  });
}
