// The live tail: what customers do, newest first, while one watches; can be stopped to read.
'use client';

import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { useTranslations } from 'next-intl';
import { useState } from 'react';
import { ListFailure } from '@/components/shell/list-failure';
import { ListRowsSkeleton } from '@/components/shell/list-skeleton';
import { useUrlFilter } from '@/components/shell/use-url-filter';
import { Button } from '@/components/ui/button';
import { Card } from '@/components/ui/card';
import { type EventsFilter, readOlder, type Tail, tailKey, tailQuery } from '@/lib/queries/events';
import { EventRow } from './event-row';
import { FirstEvent, NoSuchEvents } from './events-empty';
import { dayOf, EventsToolbar, typeOf } from './events-toolbar';

const unfiltered = {
  name: undefined,
  type: undefined,
  customer: undefined,
  from: undefined,
  until: undefined,
};

interface EventsTailProps {
  initial: { filter: EventsFilter; tail: Tail };
  publicUrl: string;
}

export function EventsTail({ initial, publicUrl }: EventsTailProps) {
  const [read, change] = useUrlFilter();
  const [isPaused, setIsPaused] = useState(false);
  const client = useQueryClient();
  const filter: EventsFilter = {
    name: read('name'),
    type: typeOf(read('type')),
    customer: read('customer'),
    from: dayOf(read('from')),
    until: dayOf(read('until')),
  };
  const isInitial = JSON.stringify(filter) === JSON.stringify(initial.filter);
  const query = useQuery({
    ...tailQuery(client, filter, isPaused),
    ...(isInitial && { initialData: initial.tail }),
  });
  const older = useOlder(filter);
  const tail = query.data;
  const isFiltered = Object.values(filter).some((value) => value !== undefined);
  const isEmpty = tail !== undefined && tail.events.length === 0;
  return (
    <>
      {(isFiltered || !isEmpty) && (
        <EventsToolbar filter={filter} onChange={change} isPaused={isPaused} onPausedChange={setIsPaused} />
      )}
      <Card>
        {query.isPending && <ListRowsSkeleton />}
        {query.isError && !tail && <ListFailure error={query.error} onRetry={() => query.refetch()} />}
        {isEmpty && !isFiltered && <FirstEvent publicUrl={publicUrl} />}
        {isEmpty && isFiltered && <NoSuchEvents onShowAll={() => change(unfiltered)} />}
        {tail && tail.events.length > 0 && (
          <EventList
            tail={tail}
            startedAt={initial.tail.events[0]?.seq ?? 0}
            isReadingOlder={older.isPending}
            onReadOlder={() => older.mutate(tail)}
          />
        )}
      </Card>
    </>
  );
}

/** Goes on into the past, and puts what it found under the tail. */
function useOlder(filter: EventsFilter) {
  const client = useQueryClient();
  return useMutation({
    mutationFn: (known: Tail) => readOlder(filter, known, new AbortController().signal),
    onSuccess: (tail) => client.setQueryData(tailKey(filter), tail),
  });
}

interface EventListProps {
  tail: Tail;
  /** What came after this is new since the page was opened, and says so by a flash of colour. */
  startedAt: number;
  isReadingOlder: boolean;
  onReadOlder: () => void;
}

function EventList({ tail, startedAt, isReadingOlder, onReadOlder }: EventListProps) {
  const t = useTranslations('events');
  return (
    <>
      <ol aria-label={t('title')} className="divide-y">
        {tail.events.map((event) => (
          <EventRow key={event.seq} event={event} isNew={event.seq > startedAt} />
        ))}
      </ol>
      {tail.older !== null && (
        <div className="flex justify-center border-t p-3">
          <Button variant="ghost" size="sm" isPending={isReadingOlder} onClick={onReadOlder}>
            {t('older')}
          </Button>
        </div>
      )}
    </>
  );
}
