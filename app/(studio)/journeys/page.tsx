// The journeys list: where the studio opens.
import type { Metadata } from 'next';
import { getTranslations } from 'next-intl/server';
import { JourneysList } from '@/components/journeys/journeys-list';
import { NewJourneyButton } from '@/components/journeys/new-journey-button';
import { Page } from '@/components/shell/page';
import { ListJourneys } from '@/lib/core/api/journey';
import { requireActor } from '@/lib/server/auth/require-actor';
import { listJourneys } from '@/lib/server/journeys/list-journeys';
import { filterFrom, type SearchParams } from '../filter-from';
import { pageOrEmpty } from '../page-or-empty';

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('journeys'))('title') };
}

export default async function JourneysPage({ searchParams }: { searchParams: Promise<SearchParams> }) {
  const actor = await requireActor();
  const filter = filterFrom(ListJourneys, await searchParams);
  const page = pageOrEmpty(await listJourneys(actor, filter));
  const t = await getTranslations('journeys');
  return (
    <Page title={t('title')} description={t('description')} actions={<NewJourneyButton />}>
      <JourneysList initial={{ state: filter.state, page }} />
    </Page>
  );
}
