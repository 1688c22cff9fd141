// What the fields of the open step can suggest: events seen lately, their properties, customers' attributes.
'use client';

import { useQuery } from '@tanstack/react-query';
import { useFormatter } from 'next-intl';
import { useMemo } from 'react';
import type { Suggestions } from '@/components/nodes/form-context';
import { eventSamplesQuery } from '@/lib/queries/event-samples';
import { eventNamesQuery } from '@/lib/queries/events';
import { sampledPaths } from './sampled-paths';
import { nodeAt, type Studio } from './studio';
import { useStudio } from './studio-context';
import { startingEvent } from './use-preview';

export function useSuggestions(): Suggestions {
  const format = useFormatter();
  const isOpen = useStudio((studio) => studio.isOpen);
  const event = useStudio(eventAtHand);
  const names = useQuery({ ...eventNamesQuery(), enabled: isOpen });
  const happened = useQuery({ ...eventSamplesQuery({ name: event }), enabled: isOpen && event !== '' });
  const identified = useQuery({ ...eventSamplesQuery({ type: 'identify' }), enabled: isOpen });
  return useMemo(
    () => ({
      events: (names.data?.data ?? [])
        .filter(({ name }) => name !== '')
        .map(({ name, count }) => ({ value: name, hint: format.number(count) })),
      properties: sampledPaths((happened.data?.data ?? []).map(({ properties }) => properties)),
      attributes: sampledPaths((identified.data?.data ?? []).map(({ traits }) => traits)),
    }),
    [names.data, happened.data, identified.data, format],
  );
}

/** The event whose properties the open step can use: its own, else the one that starts the journey. */
function eventAtHand(studio: Studio): string {
  const node = nodeAt(studio, studio.selected);
  if (node?.type === 'event-trigger' || node?.type === 'wait-for-event') return node.data.event;
  return startingEvent(studio);
}
