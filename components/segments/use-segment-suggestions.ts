// What the fields of a segment's condition can suggest.
'use client';

import { useQueries, useQuery } from '@tanstack/react-query';
import { useFormatter } from 'next-intl';
import { useMemo } from 'react';
import { seenSuggestions } from '@/components/condition/seen-suggestions';
import type { Suggestions } from '@/components/nodes/form-context';
import { type Condition, leavesOf } from '@/lib/core/condition/condition';
import { eventNamesQuery } from '@/lib/queries/events';
import { allJourneysQuery } from '@/lib/queries/journeys';
import { productChoicesQuery } from '@/lib/queries/products';
import { seenAttributesQuery, seenPropertiesQuery } from '@/lib/queries/seen';
import { segmentChoicesQuery } from '@/lib/queries/segments';

/** @param self the segment being edited, which cannot be a part of itself */
export function useSegmentSuggestions(condition: Condition, self: string | null): Suggestions {
  const format = useFormatter();
  const names = useQuery(eventNamesQuery());
  const attributes = useQuery(seenAttributesQuery());
  const segments = useQuery(segmentChoicesQuery());
  const products = useQuery(productChoicesQuery());
  const journeys = useQuery(allJourneysQuery());
  const events = useMemo(
    () => (names.data?.data ?? []).map(({ name, count }) => ({ value: name, hint: format.number(count) })),
    [names.data, format],
  );
  const propertiesOf = usePropertiesOf(
    eventsOf(condition).filter((name) => events.some(({ value }) => value === name)),
  );
  return useMemo(
    () => ({
      events,
      propertiesOf,
      attributes: seenSuggestions(attributes.data),
      segments: (segments.data?.data ?? []).filter(({ id }) => id !== self),
      skus: (products.data?.data ?? []).map(({ sku, name }) => ({ value: sku, hint: name })),
      properties: [],
      saved: [],
      journeys: (journeys.data?.data ?? []).map(({ id, name }) => ({ value: id, name })),
      couponPools: [],
    }),
    [events, propertiesOf, attributes.data, segments.data, products.data, journeys.data, self],
  );
}

function eventsOf(condition: Condition): string[] {
  const named = leavesOf(condition).flatMap((leaf) => {
    if (leaf.type === 'sequence') return [leaf.first.event, leaf.next.event];
    return leaf.type === 'event' ? leaf.event : [];
  });
  return [...new Set(named)];
}

/** Asked only for events that have been seen, so that a half-typed name asks nothing. */
function usePropertiesOf(names: readonly string[]) {
  return useQueries({
    queries: names.map((name) => seenPropertiesQuery(name)),
    combine: (answers) =>
      Object.fromEntries(answers.map(({ data }, index) => [names[index] ?? '', seenSuggestions(data)])),
  });
}
