// One customer and one journey: why they got it, or did not. A merged profile's address leads to the one that remains.
import { ChevronLeft } from 'lucide-react';
import type { Metadata } from 'next';
import Link from 'next/link';
import { notFound, redirect } from 'next/navigation';
import { getTranslations } from 'next-intl/server';
import { cache } from 'react';
import { OccasionList } from '@/components/reasons/occasion-list';
import { Page } from '@/components/shell/page';
import { Button } from '@/components/ui/button';
import { JourneyRef } from '@/lib/core/api/journey';
import { requireActor } from '@/lib/server/auth/require-actor';
import { findCustomer } from '@/lib/server/customers/find-customer';
import { findJourneySummary } from '@/lib/server/journeys/find-journey-summary';
import { whyForCustomer } from '@/lib/server/reasons/why-for-customer';
import { pageOrEmpty } from '../../../../page-or-empty';

interface Props {
  params: Promise<{ id: string; journeyId: string }>;
}

const load = cache(async (id: string, journeyId: string) => {
  const actor = await requireActor();
  const ref = JourneyRef.safeParse({ id: journeyId });
  const customer = await findCustomer(actor, { id: decodeURIComponent(id) });
  const journey = ref.success ? await findJourneySummary(actor, ref.data) : null;
  if (!customer.ok || !journey?.ok) notFound();
  return { actor, customer: customer.value, journey: journey.value };
});

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const { id, journeyId } = await params;
  const { customer, journey } = await load(id, journeyId);
  const t = await getTranslations('why.trail');
  return { title: t('title', { customer: customer.label, journey: journey.name }) };
}

export default async function WhyPage({ params }: Props) {
  const { id, journeyId } = await params;
  const { actor, customer, journey } = await load(id, journeyId);
  if (customer.id !== id) redirect(`/customers/${customer.id}/journeys/${journey.id}`);
  const asked = { id: customer.id, journeyId: journey.id, limit: 50 };
  const initial = pageOrEmpty(await whyForCustomer(actor, asked));
  const t = await getTranslations('why.trail');
  return (
    <Page
      back={
        <Link
          href={`/customers/${customer.id}`}
          className="inline-flex items-center gap-1 rounded-xs text-muted text-sm hover:text-ink"
        >
          <ChevronLeft className="size-4" aria-hidden />
          {t('back', { customer: customer.label })}
        </Link>
      }
      title={t('title', { customer: customer.label, journey: journey.name })}
      description={t('description')}
      actions={
        <Button asChild>
          <Link href={`/journeys/${journey.id}`}>{t('openJourney')}</Link>
        </Button>
      }
      width="narrow"
    >
      <OccasionList customerId={customer.id} journeyId={journey.id} initial={initial} />
    </Page>
  );
}
