// Every occasion a customer had to enter a journey, newest first, with its verdict.
'use client';

import { useInfiniteQuery } from '@tanstack/react-query';
import { Route } from 'lucide-react';
import { useTranslations } from 'next-intl';
import { ListFailure } from '@/components/shell/list-failure';
import { Card } from '@/components/ui/card';
import { EmptyState } from '@/components/ui/empty-state';
import { LoadMore } from '@/components/ui/load-more';
import type { Page } from '@/lib/core/api/page';
import type { Occasion } from '@/lib/core/api/why';
import { firstPage } from '@/lib/queries/first-page';
import { whyQuery } from '@/lib/queries/why';
import { OccasionItem } from './occasion-item';

interface OccasionListProps {
  customerId: string;
  journeyId: string;
  initial: Page<Occasion>;
}

export function OccasionList({ customerId, journeyId, initial }: OccasionListProps) {
  const t = useTranslations('why.trail');
  const query = useInfiniteQuery({ ...whyQuery(customerId, journeyId), ...firstPage(initial) });
  const occasions = query.data?.pages.flatMap((page) => page.data) ?? [];
  return (
    <Card aria-label={t('label')}>
      {query.isError && <ListFailure error={query.error} onRetry={() => query.refetch()} />}
      {query.isSuccess && occasions.length === 0 && (
        <EmptyState
          icon={<Route aria-hidden />}
          title={t('empty.title')}
          description={t('empty.description')}
        />
      )}
      <ol className="divide-y">
        {occasions.map((occasion) => (
          <OccasionItem
            key={`${occasion.at} ${occasion.event?.seq} ${occasion.nodeId}`}
            occasion={occasion}
          />
        ))}
      </ol>
      <LoadMore
        hasMore={query.hasNextPage}
        isLoading={query.isFetchingNextPage}
        onLoadMore={() => void query.fetchNextPage()}
      />
    </Card>
  );
}
