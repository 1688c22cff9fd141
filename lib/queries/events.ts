// The live tail of events: each look asks only for what came after the newest event already shown.
import { type QueryClient, queryOptions } from '@tanstack/react-query';
import type { EventEntry, EventNames, EventType } from '@/lib/core/api/event';
import type { Page } from '@/lib/core/api/page';
import { getJson } from './get-json';

export interface EventsFilter {
  name?: string | undefined;
  type?: EventType | undefined;
  customer?: string | undefined;
  /** Days, `2026-11-23`. */
  from?: string | undefined;
  until?: string | undefined;
}

export interface Tail {
  /** Newest first. */
  readonly events: readonly EventEntry[];
  /** How to go on into the past; null at the beginning of time. */
  readonly older: string | null;
}

const pollMs = 2_000;
/** A tail that grew longer than this starts over, so that a page left open stays light. */
const mostKept = 2_000;

export function tailKey(filter: EventsFilter) {
  return ['events', 'tail', filter] as const;
}

/** @param client holds what was read so far; the query adds to it instead of starting over. */
export function tailQuery(client: QueryClient, filter: EventsFilter, isPaused: boolean) {
  const queryKey = tailKey(filter);
  return queryOptions({
    queryKey,
    queryFn: async ({ signal }): Promise<Tail> => {
      const held = client.getQueryData<Tail>(queryKey);
      const known = held && held.events.length <= mostKept ? held : undefined;
      const after = known?.events[0]?.seq;
      const limit = after === undefined ? 50 : 200;
      const page = await getJson<Page<EventEntry>>('/v1/events', { ...filter, after, limit }, signal);
      return known && after !== undefined ? addNewer(known, page) : { events: page.data, older: page.next };
    },
    refetchInterval: isPaused ? false : pollMs,
    refetchOnWindowFocus: !isPaused,
    refetchOnMount: !isPaused,
  });
}

/** When more came than one page holds, the gap is closed by starting over from the new page. */
export function addNewer(known: Tail, page: Page<EventEntry>): Tail {
  if (page.next !== null) return { events: page.data, older: page.next };
  if (page.data.length === 0) return known;
  return { ...known, events: [...page.data, ...known.events] };
}

export async function readOlder(filter: EventsFilter, known: Tail, signal: AbortSignal): Promise<Tail> {
  if (known.older === null) return known;
  const page = await getJson<Page<EventEntry>>('/v1/events', { ...filter, cursor: known.older }, signal);
  return { events: [...known.events, ...page.data], older: page.next };
}

export function eventNamesQuery() {
  return queryOptions({
    queryKey: ['events', 'names'],
    queryFn: ({ signal }) => getJson<EventNames>('/v1/events/names', {}, signal),
    staleTime: 60_000,
  });
}
