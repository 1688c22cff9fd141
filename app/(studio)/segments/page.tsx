// The segments.
import type { Metadata } from 'next';
import { getTranslations } from 'next-intl/server';
import { NewSegmentButton } from '@/components/segments/new-segment-button';
import { SegmentsList } from '@/components/segments/segments-list';
import { Page } from '@/components/shell/page';
import { ListSegments } from '@/lib/core/api/segment';
import { requireActor } from '@/lib/server/auth/require-actor';
import { listSegments } from '@/lib/server/segments/list-segments';
import { filterFrom, type SearchParams } from '../filter-from';
import { pageOrEmpty } from '../page-or-empty';

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('segments'))('title') };
}

export default async function SegmentsPage({ searchParams }: { searchParams: Promise<SearchParams> }) {
  const actor = await requireActor();
  const filter = filterFrom(ListSegments, await searchParams);
  const page = pageOrEmpty(await listSegments(actor, filter));
  const t = await getTranslations('segments');
  return (
    <Page title={t('title')} description={t('description')} actions={<NewSegmentButton />}>
      <SegmentsList initial={{ search: filter.search, state: filter.state, page }} />
    </Page>
  );
}
