// What the form's fields can suggest away from the canvas: the events that were seen.
'use client';

import { useQuery } from '@tanstack/react-query';
import { useFormatter } from 'next-intl';
import { noSuggestions, type Suggestions } from '@/components/nodes/form-context';
import { eventNamesQuery } from '@/lib/queries/events';

export function useEventSuggestions(): Suggestions {
  const format = useFormatter();
  const { data } = useQuery(eventNamesQuery());
  const events = (data?.data ?? []).filter(({ name }) => name !== '');
  return {
    ...noSuggestions,
    events: events.map(({ name, count }) => ({ value: name, hint: format.number(count) })),
  };
}
