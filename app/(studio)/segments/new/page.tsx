// Where a segment is made.
import type { Metadata } from 'next';
import { getTranslations } from 'next-intl/server';
import { NewSegment } from '@/components/segments/new-segment';
import { Page } from '@/components/shell/page';
import { Condition } from '@/lib/core/condition/condition';
import { requireActor } from '@/lib/server/auth/require-actor';
import { parseJson } from '@/lib/server/ingest/parse-json';
import type { SearchParams } from '../../filter-from';
import { BackLink } from '../back-link';

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('segments'))('new') };
}

/** Charts and lists lead here with the condition of the people behind a number. */
function conditionFrom(given: string | string[] | undefined): Condition | null {
  if (typeof given !== 'string') return null;
  const json = parseJson(given);
  return json.ok ? (Condition.safeParse(json.value).data ?? null) : null;
}

export default async function NewSegmentPage({ searchParams }: { searchParams: Promise<SearchParams> }) {
  const { condition } = await searchParams;
  await requireActor();
  const t = await getTranslations('segments');
  return (
    <Page back={<BackLink />} title={t('new')} description={t('newDescription')}>
      <NewSegment initial={conditionFrom(condition)} />
    </Page>
  );
}
