// The people behind a figure of the holdout, page by page.
'use client';

import { useInfiniteQuery } from '@tanstack/react-query';
import { UsersRound } from 'lucide-react';
import { useTranslations } from 'next-intl';
import { CustomersTable } from '@/components/customers/customers-table';
import { ListFrame } from '@/components/shell/list-frame';
import { EmptyState } from '@/components/ui/empty-state';
import type { CustomerSummary } from '@/lib/core/api/customer';
import type { Page } from '@/lib/core/api/page';
import { firstPage } from '@/lib/queries/first-page';
import type { QueryValues } from '@/lib/queries/get-json';
import { holdoutPeopleQuery } from '@/lib/queries/holdout';

interface HoldoutPeopleProps {
  asked: QueryValues;
  initial: Page<CustomerSummary>;
}

export function HoldoutPeople({ asked, initial }: HoldoutPeopleProps) {
  const t = useTranslations('holdout.people');
  const query = useInfiniteQuery({ ...holdoutPeopleQuery(asked), ...firstPage(initial) });
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
