// Who got which code of a pool.
'use client';

import { useInfiniteQuery } from '@tanstack/react-query';
import { TicketPercent } from 'lucide-react';
import Link from 'next/link';
import { useTranslations } from 'next-intl';
import { ListFrame } from '@/components/shell/list-frame';
import { SearchField } from '@/components/shell/search-field';
import { Toolbar } from '@/components/shell/toolbar';
import { useUrlFilter } from '@/components/shell/use-url-filter';
import { EmptyState } from '@/components/ui/empty-state';
import { RelativeTime } from '@/components/ui/relative-time';
import { Cell, HeaderCell, Row, Table, TableHead } from '@/components/ui/table';
import type { IssuedCoupon } from '@/lib/core/api/coupon';
import type { Page } from '@/lib/core/api/page';
import { issuedCouponsQuery } from '@/lib/queries/coupons';
import { firstPage } from '@/lib/queries/first-page';

interface IssuedListProps {
  poolId: string;
  initial: { search: string | undefined; page: Page<IssuedCoupon> };
}

export function IssuedList({ poolId, initial }: IssuedListProps) {
  const t = useTranslations('coupons.pool');
  const [read, change] = useUrlFilter();
  const search = read('search');
  const query = useInfiniteQuery({
    ...issuedCouponsQuery(poolId, { search }),
    ...firstPage(search === initial.search ? initial.page : undefined),
  });
  const issued = query.data?.pages.flatMap((page) => page.data) ?? [];
  const isEmpty = query.isSuccess && issued.length === 0;
  return (
    <>
      <Toolbar>
        <SearchField
          label={t('search')}
          value={search ?? ''}
          onSearch={(value) => change({ search: value })}
        />
      </Toolbar>
      <ListFrame query={query}>
        {isEmpty && (search ? <EmptyState title={t('emptySearch', { search })} /> : <NothingIssued />)}
        {issued.length > 0 && <IssuedTable issued={issued} />}
      </ListFrame>
    </>
  );
}

function NothingIssued() {
  const t = useTranslations('coupons.pool.empty');
  return (
    <EmptyState icon={<TicketPercent aria-hidden />} title={t('title')} description={t('description')} />
  );
}

function IssuedTable({ issued }: { issued: readonly IssuedCoupon[] }) {
  const t = useTranslations('coupons.pool');
  return (
    <Table>
      <TableHead>
        <Row>
          <HeaderCell>{t('code')}</HeaderCell>
          <HeaderCell>{t('customer')}</HeaderCell>
          <HeaderCell>{t('issuedAt')}</HeaderCell>
        </Row>
      </TableHead>
      <tbody>
        {issued.map(({ code, customerId, customerLabel, issuedAt }) => (
          <Row key={code}>
            <Cell className="whitespace-nowrap">
              <code className="font-mono">{code}</code>
            </Cell>
            <Cell className="w-full max-w-0">
              <Link href={`/customers/${customerId}`} className="stretched block truncate font-medium">
                {customerLabel}
              </Link>
            </Cell>
            <Cell className="whitespace-nowrap text-muted">
              <RelativeTime at={issuedAt} />
            </Cell>
          </Row>
        ))}
      </tbody>
    </Table>
  );
}
