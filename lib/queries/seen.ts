// Which attributes and properties there are, for pickers.
import { queryOptions } from '@tanstack/react-query';
import type { SeenPaths } from '@/lib/core/api/seen';
import { getJson } from './get-json';

const staleTime = 60_000;

export function seenAttributesQuery() {
  return queryOptions({
    queryKey: ['seen', 'attributes'],
    queryFn: ({ signal }) => getJson<SeenPaths>('/v1/attributes', {}, signal),
    staleTime,
  });
}

export function seenPropertiesQuery(name: string) {
  return queryOptions({
    queryKey: ['seen', 'properties', name],
    queryFn: ({ signal }) => getJson<SeenPaths>('/v1/events/properties', { name }, signal),
    staleTime,
  });
}
