// What is around every long list: a skeleton before the first page, the failure with a second try, the way to the next page.
'use client';

import type { UseInfiniteQueryResult } from '@tanstack/react-query';
import type { ReactNode } from 'react';
import { Card } from '@/components/ui/card';
import { LoadMore } from '@/components/ui/load-more';
import { ListFailure } from './list-failure';
import { ListRowsSkeleton } from './list-skeleton';

interface ListFrameProps {
  query: UseInfiniteQueryResult<unknown>;
  /** The rows, or why there are none. */
  children: ReactNode;
}

export function ListFrame({ query, children }: ListFrameProps) {
  return (
    <Card aria-busy={query.isPlaceholderData}>
      {query.isPending && <ListRowsSkeleton />}
      {query.isError && <ListFailure error={query.error} onRetry={() => query.refetch()} />}
      {children}
      <LoadMore
        hasMore={query.hasNextPage}
        isLoading={query.isFetchingNextPage}
        onLoadMore={() => query.fetchNextPage()}
      />
    </Card>
  );
}
