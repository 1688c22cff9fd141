// The coupon pools with what is issued and what is left.
'use client';

import { useInfiniteQuery } from '@tanstack/react-query';
import { TicketPercent } from 'lucide-react';
import Link from 'next/link';
import { useTranslations } from 'next-intl';
import { ListFrame } from '@/components/shell/list-frame';
import { Badge } from '@/components/ui/badge';
import { EmptyState } from '@/components/ui/empty-state';
import { RelativeTime } from '@/components/ui/relative-time';
import { Cell, HeaderCell, Row, Table, TableHead } from '@/components/ui/table';
import type { CouponPool } from '@/lib/core/api/coupon';
import type { Page } from '@/lib/core/api/page';
import { couponPoolsQuery } from '@/lib/queries/coupons';
import { firstPage } from '@/lib/queries/first-page';
import { CreatePoolButton } from './create-pool-button';

export function PoolsList({ initial }: { initial: Page<CouponPool> }) {
  const t = useTranslations('coupons.empty');
  const query = useInfiniteQuery({ ...couponPoolsQuery(), ...firstPage(initial) });
  const pools = query.data?.pages.flatMap((page) => page.data) ?? [];
  return (
    <ListFrame query={query}>
      {query.isSuccess && pools.length === 0 && (
        <EmptyState
          icon={<TicketPercent aria-hidden />}
          title={t('title')}
          description={t('description')}
          action={<CreatePoolButton />}
        />
      )}
      {pools.length > 0 && <PoolsTable pools={pools} />}
    </ListFrame>
  );
}

function PoolsTable({ pools }: { pools: readonly CouponPool[] }) {
  const t = useTranslations('coupons.columns');
  return (
    <Table>
      <TableHead>
        <Row>
          <HeaderCell>{t('pool')}</HeaderCell>
          <HeaderCell isNumeric>{t('issued')}</HeaderCell>
          <HeaderCell isNumeric>{t('free')}</HeaderCell>
          <HeaderCell className="max-md:hidden">{t('created')}</HeaderCell>
        </Row>
      </TableHead>
      <tbody>
        {pools.map((pool) => (
          <PoolRow key={pool.id} pool={pool} />
        ))}
      </tbody>
    </Table>
  );
}

function PoolRow({ pool: { id, name, pattern, issued, free, createdAt } }: { pool: CouponPool }) {
  const t = useTranslations('coupons');
  return (
    <Row>
      <Cell className="h-15 w-full max-w-0">
        <Link href={`/coupons/${id}`} className="stretched block truncate font-medium text-base">
          {name}
        </Link>
        <span className="block truncate text-muted text-xs">
          {pattern === null ? t('imported') : <code className="font-mono">{pattern}</code>}
        </span>
      </Cell>
      <Cell isNumeric className="whitespace-nowrap">
        {t('issuedCount', { count: issued })}
      </Cell>
      <Cell isNumeric className="whitespace-nowrap">
        {free === null && <span className="text-muted">{t('endless')}</span>}
        {free !== null && free > 0 && t('freeCount', { count: free })}
        {free === 0 && <Badge tone="danger">{t('freeCount', { count: 0 })}</Badge>}
      </Cell>
      <Cell className="whitespace-nowrap text-muted max-md:hidden">
        <RelativeTime at={createdAt} />
      </Cell>
    </Row>
  );
}
