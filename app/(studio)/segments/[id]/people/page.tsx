// The people behind a figure of a segment.
import { ChevronLeft } from 'lucide-react';
import type { Metadata } from 'next';
import Link from 'next/link';
import { notFound } from 'next/navigation';
import { getFormatter, getTranslations } from 'next-intl/server';
import { FigurePeople } from '@/components/segments/figure-people';
import { figureTitle } from '@/components/segments/figure-title';
import { Page } from '@/components/shell/page';
import { SegmentRef } from '@/lib/core/api/segment';
import { SegmentPeopleQuery } from '@/lib/core/api/segment-charts';
import { requireActor } from '@/lib/server/auth/require-actor';
import { findSegment } from '@/lib/server/segments/find-segment';
import { listSegmentPeople } from '@/lib/server/segments/list-segment-people';
import type { SearchParams } from '../../../filter-from';
import { valueOrNotFound } from '../../../value-or-not-found';

interface Props {
  params: Promise<{ id: string }>;
  searchParams: Promise<SearchParams>;
}

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('segments'))('title') };
}

export default async function FigurePeoplePage({ params, searchParams }: Props) {
  const actor = await requireActor();
  const ref = SegmentRef.safeParse(await params);
  const { figure: name, value: of } = await searchParams;
  const asked = SegmentPeopleQuery.safeParse({ figure: name, value: of });
  if (!ref.success || !asked.success) notFound();
  const segment = valueOrNotFound(await findSegment(actor, ref.data));
  const { figure, value } = asked.data;
  const initial = valueOrNotFound(await listSegmentPeople(actor, { ...ref.data, ...asked.data }));
  const t = await getTranslations('segments.figurePeople');
  return (
    <Page
      back={
        <Link
          href={`/segments/${segment.id}?face=${explained[figure] === 'ofPersona' ? 'persona' : 'charts'}`}
          className="inline-flex items-center gap-1 rounded-xs text-muted text-sm hover:text-ink"
        >
          <ChevronLeft className="size-4" aria-hidden />
          {t('back', { segment: segment.name })}
        </Link>
      }
      title={figureTitle(t, await getFormatter(), { figure, value }, segment.name)}
      description={t(explained[figure])}
    >
      <FigurePeople id={segment.id} figure={{ figure, value }} initial={initial} />
    </Page>
  );
}

const explained = {
  inside: 'ofSize',
  entered: 'ofHistory',
  left: 'ofHistory',
  hour: 'ofPersona',
  weekday: 'ofPersona',
} as const;
