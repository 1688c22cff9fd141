// One reason with its count; opened, the people behind it.
'use client';

import { useInfiniteQuery } from '@tanstack/react-query';
import { ChevronRight } from 'lucide-react';
import Link from 'next/link';
import { useFormatter, useTranslations } from 'next-intl';
import { useId, useState } from 'react';
import { ListFailure } from '@/components/shell/list-failure';
import { LoadMore } from '@/components/ui/load-more';
import { RelativeTime } from '@/components/ui/relative-time';
import { Skeleton } from '@/components/ui/skeleton';
import type { ReasonCount } from '@/lib/core/api/why';
import { reasonPeopleQuery } from '@/lib/queries/why';
import { FailedTests } from './failed-tests';

interface ReasonRowProps {
  journeyId: string;
  nodeId: string;
  count: ReasonCount;
  from: string;
}

export function ReasonRow(props: ReasonRowProps) {
  const t = useTranslations('why.node');
  const format = useFormatter();
  const [isOpen, setIsOpen] = useState(false);
  const list = useId();
  const { reason, count, people } = props.count;
  return (
    <li>
      <button
        type="button"
        aria-expanded={isOpen}
        aria-controls={list}
        onClick={() => setIsOpen(!isOpen)}
        className="flex w-full items-start gap-2 px-3 py-2.5 text-left text-sm hover:bg-ink/4 focus-visible:-outline-offset-2"
      >
        <ChevronRight
          aria-hidden
          className={`mt-0.5 size-4 shrink-0 text-muted transition-transform ${isOpen ? 'rotate-90' : ''}`}
        />
        <span className="min-w-0 flex-1">{reason}</span>
        <span className="tabular text-right font-medium">
          {format.number(count)}
          {people !== null && people !== count && (
            <span className="block font-normal text-muted text-xs">{t('people', { count: people })}</span>
          )}
        </span>
      </button>
      <div id={list}>{isOpen && <People {...props} />}</div>
    </li>
  );
}

function People({ journeyId, nodeId, count, from }: ReasonRowProps) {
  const query = useInfiniteQuery(reasonPeopleQuery(journeyId, nodeId, count.code, from));
  const people = query.data?.pages.flatMap((page) => page.data) ?? [];
  return (
    <>
      {query.isPending && <Skeleton className="m-3 h-12" />}
      {query.isError && <ListFailure error={query.error} onRetry={() => query.refetch()} />}
      <ul className="pb-1">
        {people.map(({ seq, customerId, customerLabel, at, failed }) => (
          <li key={seq} className="py-1.5 pr-3 pl-9 text-sm">
            <p className="flex items-baseline justify-between gap-3">
              <Link
                href={`/customers/${customerId}/journeys/${journeyId}`}
                className="min-w-0 truncate font-medium underline-offset-3 hover:underline"
              >
                {customerLabel}
              </Link>
              <RelativeTime at={at} className="shrink-0 text-muted text-xs" />
            </p>
            <FailedTests failed={failed} />
          </li>
        ))}
      </ul>
      <LoadMore
        hasMore={query.hasNextPage}
        isLoading={query.isFetchingNextPage}
        onLoadMore={() => void query.fetchNextPage()}
      />
    </>
  );
}
