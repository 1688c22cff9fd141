// One coupon pool: what is left of it, and who got which code.
import { ChevronLeft } from 'lucide-react';
import type { Metadata } from 'next';
import Link from 'next/link';
import { notFound } from 'next/navigation';
import { getTranslations } from 'next-intl/server';
import { cache } from 'react';
import { AddCodesButton } from '@/components/coupons/add-codes-button';
import { IssuedList } from '@/components/coupons/issued-list';
import { Page } from '@/components/shell/page';
import { CouponPoolRef, ListIssuedCoupons } from '@/lib/core/api/coupon';
import { requireActor } from '@/lib/server/auth/require-actor';
import { findCouponPool } from '@/lib/server/coupons/find-coupon-pool';
import { listIssuedCoupons } from '@/lib/server/coupons/list-issued-coupons';
import { filterFrom, type SearchParams } from '../../filter-from';
import { pageOrEmpty } from '../../page-or-empty';
import { valueOrNotFound } from '../../value-or-not-found';

interface Props {
  params: Promise<{ id: string }>;
  searchParams: Promise<SearchParams>;
}

const load = cache(async (id: string) => {
  const ref = CouponPoolRef.safeParse({ id });
  if (!ref.success) notFound();
  return valueOrNotFound(await findCouponPool(await requireActor(), ref.data));
});

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  return { title: (await load((await params).id)).name };
}

export default async function CouponPoolPage({ params, searchParams }: Props) {
  const actor = await requireActor();
  const { id, name, pattern, issued, free } = await load((await params).id);
  const filter = filterFrom(ListIssuedCoupons, await searchParams);
  const page = pageOrEmpty(await listIssuedCoupons(actor, { ...filter, id }));
  const t = await getTranslations('coupons');
  const origin = pattern === null ? t('pool.imported') : t('pool.byPattern', { pattern });
  const counts = [
    t('issuedCount', { count: issued }),
    ...(free === null ? [] : [t('freeCount', { count: free })]),
  ];
  return (
    <Page
      back={
        <Link
          href="/coupons"
          className="inline-flex items-center gap-1 rounded-xs text-muted text-sm hover:text-ink"
        >
          <ChevronLeft className="size-4" aria-hidden />
          {t('pool.back')}
        </Link>
      }
      title={name}
      description={[origin, ...counts].join(' · ')}
      actions={pattern === null && <AddCodesButton poolId={id} />}
    >
      <IssuedList poolId={id} initial={{ search: filter.search, page }} />
    </Page>
  );
}
