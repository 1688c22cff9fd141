// The coupon pools.
import type { Metadata } from 'next';
import { getTranslations } from 'next-intl/server';
import { CreatePoolButton } from '@/components/coupons/create-pool-button';
import { PoolsList } from '@/components/coupons/pools-list';
import { Page } from '@/components/shell/page';
import { ListCouponPools } from '@/lib/core/api/coupon';
import { requireActor } from '@/lib/server/auth/require-actor';
import { listCouponPools } from '@/lib/server/coupons/list-coupon-pools';
import { pageOrEmpty } from '../page-or-empty';

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('coupons'))('title') };
}

export default async function CouponsPage() {
  const actor = await requireActor();
  const page = pageOrEmpty(await listCouponPools(actor, ListCouponPools.parse({})));
  const t = await getTranslations('coupons');
  return (
    <Page title={t('title')} description={t('description')} actions={<CreatePoolButton />}>
      <PoolsList initial={page} />
    </Page>
  );
}
