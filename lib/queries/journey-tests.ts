// The tests of a journey, and a real customer's past to make one of.
import { queryOptions } from '@tanstack/react-query';
import type { CustomerDetail } from '@/lib/core/api/customer';
import type { EventEntry } from '@/lib/core/api/event';
import type { JourneyTestList } from '@/lib/core/api/journey-test';
import type { Page } from '@/lib/core/api/page';
import { getJson } from './get-json';

export function journeyTestsQuery(journeyId: string) {
  return queryOptions({
    queryKey: ['journeys', journeyId, 'tests'],
    queryFn: ({ signal }) => getJson<JourneyTestList>(`/v1/journeys/${journeyId}/tests`, {}, signal),
  });
}

export interface CustomerPast {
  readonly customer: CustomerDetail;
  /** The newest 200. */
  readonly events: readonly EventEntry[];
}

export function customerPastQuery(customerId: string) {
  return queryOptions({
    queryKey: ['customers', customerId, 'past'],
    queryFn: async ({ signal }): Promise<CustomerPast> => {
      const customer = await getJson<CustomerDetail>(`/v1/customers/${customerId}`, {}, signal);
      const limits = { customer: customerId, limit: 200 };
      const { data } = await getJson<Page<EventEntry>>('/v1/events', limits, signal);
      return { customer, events: data };
    },
  });
}
