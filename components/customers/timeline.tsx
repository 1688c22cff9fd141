// One customer's story, newest first, on one line.
'use client';

import { useInfiniteQuery } from '@tanstack/react-query';
import { useTranslations } from 'next-intl';
import { useEffect, useState } from 'react';
import { ListFailure } from '@/components/shell/list-failure';
import { Card, CardHeader } from '@/components/ui/card';
import { LoadMore } from '@/components/ui/load-more';
import { SegmentedControl } from '@/components/ui/segmented-control';
import type { Page } from '@/lib/core/api/page';
import type { TimelineEntry } from '@/lib/core/api/timeline';
import { timelineQuery } from '@/lib/queries/customers';
import { firstPage } from '@/lib/queries/first-page';
import { TimelineDays } from './timeline-days';

interface TimelineProps {
  customerId: string;
  initial: Page<TimelineEntry>;
}

const kinds = ['all', 'event', 'decision', 'message'] as const;
type Kind = (typeof kinds)[number];

/** A filtered timeline reads on by itself until this many entries are on screen. */
const enough = 15;

export function Timeline({ customerId, initial }: TimelineProps) {
  const t = useTranslations('customers.timeline');
  const [kind, setKind] = useState<Kind>('all');
  const query = useInfiniteQuery({ ...timelineQuery(customerId), ...firstPage(initial) });
  const all = query.data?.pages.flatMap((page) => page.data) ?? [];
  const entries = kind === 'all' ? all : all.filter((entry) => entry.kind === kind);
  const { hasNextPage, isFetchingNextPage, fetchNextPage } = query;
  const isReadingOn = kind !== 'all' && entries.length < enough && hasNextPage;
  useEffect(() => {
    if (isReadingOn && !isFetchingNextPage) void fetchNextPage();
  }, [isReadingOn, isFetchingNextPage, fetchNextPage]);
  const nothing = kind === 'all' ? 'empty' : 'emptyKind';
  return (
    <Card aria-labelledby="timeline" className="min-w-0">
      <CardHeader
        id="timeline"
        title={t('title')}
        className="pb-2 max-sm:flex-col"
        actions={
          <SegmentedControl
            label={t('filter')}
            value={kind}
            onValueChange={setKind}
            options={kinds.map((value) => ({ value, label: t(`kinds.${value}`) }))}
          />
        }
      />
      {query.isError && <ListFailure error={query.error} onRetry={() => query.refetch()} />}
      {query.isSuccess && entries.length === 0 && (
        <p className="px-5 py-10 text-center text-muted text-sm">{t(isReadingOn ? 'reading' : nothing)}</p>
      )}
      <TimelineDays entries={entries} />
      <LoadMore
        hasMore={hasNextPage}
        isLoading={isFetchingNextPage}
        onLoadMore={() => void fetchNextPage()}
      />
    </Card>
  );
}
