// The people behind a figure of repeat orders.
import type { Metadata } from 'next';
import { notFound } from 'next/navigation';
import { getTranslations } from 'next-intl/server';
import { OrdersPage } from '@/components/analytics/orders-page';
import { RepeatPeopleQuery } from '@/lib/core/api/analytics';
import { listRepeatPeople } from '@/lib/server/analytics/list-repeat-people';
import { requireActor } from '@/lib/server/auth/require-actor';
import type { SearchParams } from '../../../filter-from';
import { valueOrNotFound } from '../../../value-or-not-found';

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('analytics'))('title') };
}

export default async function RepeatPeoplePage({ searchParams }: { searchParams: Promise<SearchParams> }) {
  const actor = await requireActor();
  const { figure, value, order, asOf } = await searchParams;
  const asked = RepeatPeopleQuery.safeParse({
    ...{ figure, value },
    ...(order && { order }),
    ...(asOf && { asOf }),
  });
  if (!asked.success) notFound();
  const initial = valueOrNotFound(await listRepeatPeople(actor, asked.data));
  return <OrdersPage asked={asked.data} initial={initial} />;
}
