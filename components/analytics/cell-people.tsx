// The people behind a cell, page by page.
'use client';

import { useInfiniteQuery } from '@tanstack/react-query';
import { UsersRound } from 'lucide-react';
import { useTranslations } from 'next-intl';
import { CustomersTable } from '@/components/customers/customers-table';
import { ListFrame } from '@/components/shell/list-frame';
import { EmptyState } from '@/components/ui/empty-state';
import type { CustomerSummary } from '@/lib/core/api/customer';
import type { Page } from '@/lib/core/api/page';
import { retentionPeopleQuery } from '@/lib/queries/analytics';
import { firstPage } from '@/lib/queries/first-page';
import type { QueryValues } from '@/lib/queries/get-json';

interface CellPeopleProps {
  cell: QueryValues;
  initial: Page<CustomerSummary>;
}

export function CellPeople({ cell, initial }: CellPeopleProps) {
  const t = useTranslations('analytics.people');
  const query = useInfiniteQuery({ ...retentionPeopleQuery(cell), ...firstPage(initial) });
  const people = query.data?.pages.flatMap((page) => page.data) ?? [];
  return (
    <ListFrame query={query}>
      {query.isSuccess && people.length === 0 && (
        <EmptyState
          icon={<UsersRound aria-hidden />}
          title={t('empty')}
          description={t('emptyDescription')}
        />
      )}
      {people.length > 0 && <CustomersTable customers={people} />}
    </ListFrame>
  );
}
