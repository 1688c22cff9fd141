// A few recent events, to learn from them which properties and attributes there are.
import { queryOptions } from '@tanstack/react-query';
import type { EventEntry, ListEvents } from '@/lib/core/api/event';
import type { Page } from '@/lib/core/api/page';
import { getJson } from './get-json';

const sampled = 25;

export function eventSamplesQuery(filter: Pick<ListEvents, 'name' | 'type'>) {
  return queryOptions({
    queryKey: ['events', 'samples', filter],
    queryFn: ({ signal }) => getJson<Page<EventEntry>>('/v1/events', { ...filter, limit: sampled }, signal),
    staleTime: 60_000,
  });
}
