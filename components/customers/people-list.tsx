// The people behind a figure, page by page.
'use client';

import type { InfiniteData, UseInfiniteQueryResult } from '@tanstack/react-query';
import { UsersRound } from 'lucide-react';
import { ListFrame } from '@/components/shell/list-frame';
import { EmptyState } from '@/components/ui/empty-state';
import type { CustomerSummary } from '@/lib/core/api/customer';
import type { Page } from '@/lib/core/api/page';
import { CustomersTable } from './customers-table';

interface PeopleListProps {
  query: UseInfiniteQueryResult<InfiniteData<Page<CustomerSummary>>>;
  /** What is said where there are none. */
  empty: { readonly title: string; readonly description: string };
}

export function PeopleList({ query, empty }: PeopleListProps) {
  const people = query.data?.pages.flatMap((page) => page.data) ?? [];
  return (
    <ListFrame query={query}>
      {query.isSuccess && people.length === 0 && <EmptyState icon={<UsersRound aria-hidden />} {...empty} />}
      {people.length > 0 && <CustomersTable customers={people} />}
    </ListFrame>
  );
}
