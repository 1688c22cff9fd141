// Where a segment is made.
import type { Metadata } from 'next';
import { getTranslations } from 'next-intl/server';
import { NewSegment } from '@/components/segments/new-segment';
import { Page } from '@/components/shell/page';
import { requireActor } from '@/lib/server/auth/require-actor';
import { BackLink } from '../back-link';

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('segments'))('new') };
}

export default async function NewSegmentPage() {
  await requireActor();
  const t = await getTranslations('segments');
  return (
    <Page back={<BackLink />} title={t('new')} description={t('newDescription')}>
      <NewSegment />
    </Page>
  );
}
