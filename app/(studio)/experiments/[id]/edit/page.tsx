// The set-up of an experiment that runs or ran, to be changed in the draft of its journey.
import type { Metadata } from 'next';
import Link from 'next/link';
import { notFound } from 'next/navigation';
import { getTranslations } from 'next-intl/server';
import { SetUp } from '@/components/experiments/set-up';
import { BackLink } from '@/components/shell/back-link';
import { Page } from '@/components/shell/page';
import { Button } from '@/components/ui/button';
import { EmptyState } from '@/components/ui/empty-state';
import { requireActor } from '@/lib/server/auth/require-actor';
import { drawableJourney } from '../../drawable-journey';
import { loadExperiment } from '../../load-experiment';

interface Props {
  params: Promise<{ id: string }>;
}

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const t = await getTranslations('experiments');
  const { name } = await loadExperiment((await params).id, undefined);
  return { title: t('setUp.editTitle', { name: name || t('unnamed') }) };
}

export default async function EditExperimentPage({ params }: Props) {
  const { id, name, journeyId, nodeId } = await loadExperiment((await params).id, undefined);
  const journey = await drawableJourney(await requireActor(), journeyId);
  if (!journey) notFound();
  const t = await getTranslations('experiments');
  const isDrawn = journey.document.nodes.some(
    (node) => node.id === nodeId && node.type === 'experiment-split',
  );
  return (
    <Page
      back={<BackLink href={`/experiments/${id}`}>{t('peoplePage.back')}</BackLink>}
      title={t('setUp.editTitle', { name: name || t('unnamed') })}
      description={t('setUp.editDescription')}
      width="narrow"
    >
      {isDrawn ? (
        <SetUp journey={journey} nodeId={nodeId} />
      ) : (
        <EmptyState
          title={t('setUp.gone')}
          action={
            <Button asChild variant="primary">
              <Link href={`/journeys/${journeyId}`}>{t('setUp.canvas')}</Link>
            </Button>
          }
        />
      )}
    </Page>
  );
}
