// What the fields of an open form can suggest: events seen lately, their properties, customers' attributes, products.
'use client';

import { useQueries, useQuery } from '@tanstack/react-query';
import { useFormatter } from 'next-intl';
import { useMemo } from 'react';
import { seenSuggestions } from '@/components/condition/seen-suggestions';
import type { Suggestion, Suggestions } from '@/components/nodes/form-context';
import type { NodeId } from '@/lib/core/engine/program';
import { savedSamples } from '@/lib/core/journey/saved-samples';
import { couponPoolChoicesQuery } from '@/lib/queries/coupon-pools';
import { eventNamesQuery } from '@/lib/queries/events';
import { allJourneysQuery } from '@/lib/queries/journeys';
import { productChoicesQuery } from '@/lib/queries/products';
import { seenAttributesQuery, seenPropertiesQuery } from '@/lib/queries/seen';
import { segmentChoicesQuery } from '@/lib/queries/segments';
import { sampledPaths } from './sampled-paths';
import { documentOf, nodeAt, type Studio } from './studio';
import { useStudio } from './studio-context';
import { testedEvents } from './tested-events';
import { startingEvent } from './use-preview';

interface Form {
  /** Nothing is asked of the server while the form is shut. */
  readonly isOpen: boolean;
  /** The event whose properties the form can use. */
  readonly event: string;
  /** What the form edits; its conditions may name more events. */
  readonly data: unknown;
  /** The step the form belongs to; null for the whole journey. */
  readonly before: NodeId | null;
}

/** The form of the open step. */
export function useStepSuggestions(): Suggestions {
  const isOpen = useStudio((studio) => studio.isOpen);
  const event = useStudio(eventAtHand);
  const node = useStudio((studio) => nodeAt(studio, studio.selected));
  return useSuggestions({ isOpen, event, data: node?.data, before: node?.id ?? null });
}

export function useSuggestions({ isOpen, event, data, before }: Form): Suggestions {
  // Its card names the segment whether a form is open or not.
  const hasSegmentEntry = useStudio((studio) =>
    documentOf(studio).nodes.some(({ type }) => type === 'segment-trigger'),
  );
  const events = useEventNames(isOpen);
  const properties = useSampledProperties(isOpen, event);
  const propertiesOf = usePropertiesOf(isOpen, data, events);
  const attributes = useQuery({ ...seenAttributesQuery(), enabled: isOpen });
  const products = useQuery({ ...productChoicesQuery(), enabled: isOpen });
  const journeys = useQuery({ ...allJourneysQuery(), enabled: isOpen });
  const segments = useQuery({ ...segmentChoicesQuery(), enabled: isOpen || hasSegmentEntry });
  const pools = useQuery({ ...couponPoolChoicesQuery(), enabled: isOpen });
  const document = useStudio(documentOf);
  return useMemo(
    () => ({
      events,
      properties,
      propertiesOf,
      attributes: seenSuggestions(attributes.data),
      saved: sampledPaths([savedSamples(document, before)]),
      segments: segments.data?.data ?? [],
      skus: (products.data?.data ?? []).map(({ sku, name }) => ({ value: sku, hint: name })),
      journeys: (journeys.data?.data ?? []).map(({ id, name }) => ({ value: id, name })),
      couponPools: (pools.data?.data ?? []).map(({ id, name }) => ({ value: id, name })),
    }),
    [
      events,
      properties,
      propertiesOf,
      attributes.data,
      document,
      before,
      products.data,
      journeys.data,
      pools.data,
      segments.data,
    ],
  );
}

function useEventNames(isOpen: boolean): Suggestion[] {
  const format = useFormatter();
  const { data } = useQuery({ ...eventNamesQuery(), enabled: isOpen });
  return useMemo(
    () =>
      (data?.data ?? [])
        .filter(({ name }) => name !== '')
        .map(({ name, count }) => ({ value: name, hint: format.number(count) })),
    [data, format],
  );
}

function useSampledProperties(isOpen: boolean, name: string): Suggestion[] {
  const { data } = useQuery({ ...seenPropertiesQuery(name), enabled: isOpen && name !== '' });
  return useMemo(() => seenSuggestions(data), [data]);
}

/** Asked only for events that have been seen, so that a half-typed name asks nothing. */
function usePropertiesOf(isOpen: boolean, data: unknown, seen: readonly Suggestion[]) {
  const tested = useMemo(() => testedEvents(data), [data]);
  const names = tested.filter((name) => seen.some(({ value }) => value === name));
  return useQueries({
    queries: names.map((name) => ({ ...seenPropertiesQuery(name), enabled: isOpen })),
    combine: (answers) =>
      Object.fromEntries(answers.map(({ data }, index) => [names[index] ?? '', seenSuggestions(data)])),
  });
}

/** The event whose properties the open step can use: its own, else the one that starts the journey. */
function eventAtHand(studio: Studio): string {
  const node = nodeAt(studio, studio.selected);
  if (node?.type === 'event-trigger' || node?.type === 'wait-for-event') return node.data.event;
  return startingEvent(studio);
}
