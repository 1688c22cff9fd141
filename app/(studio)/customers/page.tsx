// The customers list.
import type { Metadata } from 'next';
import { getTranslations } from 'next-intl/server';
import { CustomersList } from '@/components/customers/customers-list';
import { Page } from '@/components/shell/page';
import { ListCustomers } from '@/lib/core/api/customer';
import { requireActor } from '@/lib/server/auth/require-actor';
import { listCustomers } from '@/lib/server/customers/list-customers';
import { runtime } from '@/lib/server/runtime';
import { filterFrom, type SearchParams } from '../filter-from';
import { pageOrEmpty } from '../page-or-empty';

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('customers'))('title') };
}

export default async function CustomersPage({ searchParams }: { searchParams: Promise<SearchParams> }) {
  const actor = await requireActor();
  const filter = filterFrom(ListCustomers, await searchParams);
  const page = pageOrEmpty(await listCustomers(actor, filter));
  const t = await getTranslations('customers');
  return (
    <Page title={t('title')} description={t('description')}>
      <CustomersList initial={{ search: filter.search, page }} publicUrl={runtime().env.publicUrl} />
    </Page>
  );
}
