// How an experiment begins: the journey it belongs to, its place there and its form; or one that is drawn and waits.

import { FlaskConical } from 'lucide-react';
import type { Metadata } from 'next';
import Link from 'next/link';
import { getTranslations } from 'next-intl/server';
import { DrawnList } from '@/components/experiments/drawn-list';
import { JourneyField } from '@/components/experiments/journey-field';
import { SetUp } from '@/components/experiments/set-up';
import { BackLink } from '@/components/shell/back-link';
import { Page } from '@/components/shell/page';
import { Button } from '@/components/ui/button';
import { EmptyState } from '@/components/ui/empty-state';
import { JourneyRef, ListJourneys } from '@/lib/core/api/journey';
import { requireActor } from '@/lib/server/auth/require-actor';
import { listDrawn } from '@/lib/server/experiments/list-drawn';
import { listJourneys } from '@/lib/server/journeys/list-journeys';
import type { SearchParams } from '../../filter-from';
import { pageOrEmpty } from '../../page-or-empty';
import { drawableJourney } from '../drawable-journey';

/** Of whom to choose from. */
const MOST = 200;

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('experiments'))('newPage.title') };
}

export default async function NewExperimentPage({ searchParams }: { searchParams: Promise<SearchParams> }) {
  const actor = await requireActor();
  const { journey: asked } = await searchParams;
  const id = JourneyRef.safeParse({ id: asked }).data?.id;
  const journeys = pageOrEmpty(await listJourneys(actor, ListJourneys.parse({ limit: MOST }))).data;
  const journey = id === undefined ? null : await drawableJourney(actor, id);
  const drawn = journey ? [] : await listDrawn(actor);
  const t = await getTranslations('experiments');
  return (
    <Page
      back={<BackLink href="/experiments">{t('back')}</BackLink>}
      title={t('newPage.title')}
      description={t('newPage.description')}
      width="narrow"
    >
      {journeys.length === 0 ? (
        <EmptyState
          icon={<FlaskConical aria-hidden />}
          title={t('newPage.noJourneys')}
          description={t('newPage.noneDrawn')}
          action={
            <Button asChild variant="primary">
              <Link href="/journeys">{t('newPage.journeys')}</Link>
            </Button>
          }
        />
      ) : (
        <JourneyField journeys={journeys} value={journey?.id ?? null} />
      )}
      {journey && <SetUp key={`${journey.id}/${journey.draftRevision}`} journey={journey} nodeId={null} />}
      {drawn.length > 0 && <DrawnList drawn={drawn} />}
    </Page>
  );
}
