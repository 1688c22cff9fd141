// Everybody, newest first, found by name, e-mail, phone or id.
'use client';

import { useInfiniteQuery } from '@tanstack/react-query';
import { SearchX } from 'lucide-react';
import { useTranslations } from 'next-intl';
import { ListFrame } from '@/components/shell/list-frame';
import { SearchField } from '@/components/shell/search-field';
import { Toolbar } from '@/components/shell/toolbar';
import { useUrlFilter } from '@/components/shell/use-url-filter';
import { Button } from '@/components/ui/button';
import { EmptyState } from '@/components/ui/empty-state';
import type { CustomerSummary } from '@/lib/core/api/customer';
import type { Page } from '@/lib/core/api/page';
import { customersQuery } from '@/lib/queries/customers';
import { firstPage } from '@/lib/queries/first-page';
import { CustomersTable } from './customers-table';
import { FirstCustomer } from './first-customer';

interface CustomersListProps {
  initial: { search: string | undefined; page: Page<CustomerSummary> };
  /** Where events go, for the snippet of an empty workspace. */
  publicUrl: string;
}

export function CustomersList({ initial, publicUrl }: CustomersListProps) {
  const t = useTranslations('customers');
  const [read, change] = useUrlFilter();
  const search = read('search');
  const query = useInfiniteQuery({
    ...customersQuery({ search }),
    ...firstPage(search === initial.search ? initial.page : undefined),
  });
  const customers = query.data?.pages.flatMap((page) => page.data) ?? [];
  const isEmpty = query.isSuccess && customers.length === 0;
  if (isEmpty && search === undefined) return <FirstCustomer publicUrl={publicUrl} />;
  return (
    <>
      <Toolbar>
        <SearchField
          className="w-96"
          label={t('search')}
          value={search ?? ''}
          onSearch={(value) => change({ search: value })}
        />
      </Toolbar>
      <ListFrame query={query}>
        {isEmpty && <NobodyFound search={search ?? ''} onShowAll={() => change({ search: undefined })} />}
        {customers.length > 0 && <CustomersTable customers={customers} />}
      </ListFrame>
    </>
  );
}

function NobodyFound({ search, onShowAll }: { search: string; onShowAll: () => void }) {
  const t = useTranslations('customers.emptySearch');
  return (
    <EmptyState
      icon={<SearchX aria-hidden />}
      title={t('title')}
      description={t('description', { search })}
      action={<Button onClick={onShowAll}>{t('action')}</Button>}
    />
  );
}
