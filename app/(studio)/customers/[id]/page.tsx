// One customer: who they are and everything that happened. A merged profile's address leads to the one that remains.
import { ChevronLeft } from 'lucide-react';
import type { Metadata } from 'next';
import Link from 'next/link';
import { notFound, redirect } from 'next/navigation';
import { getFormatter, getTranslations } from 'next-intl/server';
import { cache } from 'react';
import { CustomerFacts } from '@/components/customers/customer-facts';
import { CustomerTitle } from '@/components/customers/customer-title';
import { Timeline } from '@/components/customers/timeline';
import { CustomerJourneys } from '@/components/reasons/customer-journeys';
import { Page } from '@/components/shell/page';
import { requireActor } from '@/lib/server/auth/require-actor';
import { customerTimeline } from '@/lib/server/customers/customer-timeline';
import { findCustomer } from '@/lib/server/customers/find-customer';
import { customerJourneys } from '@/lib/server/reasons/customer-journeys';
import { pageOrEmpty } from '../../page-or-empty';

interface Props {
  params: Promise<{ id: string }>;
}

const load = cache(async (id: string) => {
  const found = await findCustomer(await requireActor(), { id: decodeURIComponent(id) });
  return found.ok ? found.value : notFound();
});

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  return { title: (await load((await params).id)).label };
}

export default async function CustomerPage({ params }: Props) {
  const actor = await requireActor();
  const { id } = await params;
  const customer = await load(id);
  if (customer.id !== id) redirect(`/customers/${customer.id}`);
  const timeline = pageOrEmpty(await customerTimeline(actor, { id: customer.id, limit: 50 }));
  const journeys = await customerJourneys(actor, { id: customer.id });
  const t = await getTranslations('customers');
  const format = await getFormatter();
  return (
    <Page
      back={
        <Link
          href="/customers"
          className="inline-flex items-center gap-1 rounded-xs text-muted text-sm hover:text-ink"
        >
          <ChevronLeft className="size-4" aria-hidden />
          {t('back')}
        </Link>
      }
      title={<CustomerTitle customer={customer} />}
      description={t('since', { date: format.dateTime(new Date(customer.createdAt), 'day') })}
    >
      <div className="grid items-start gap-4 lg:grid-cols-[minmax(0,1fr)_20rem]">
        <div className="flex flex-col gap-4 lg:order-last">
          <CustomerFacts customer={customer} />
          <CustomerJourneys customerId={customer.id} initial={journeys.ok ? journeys.value.data : []} />
        </div>
        <Timeline customerId={customer.id} initial={timeline} />
      </div>
    </Page>
  );
}
