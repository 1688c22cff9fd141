// What came of an experiment: the verdict first, then the figures it rests on.
import type { Metadata } from 'next';
import Link from 'next/link';
import { getTranslations } from 'next-intl/server';
import { BeginCard } from '@/components/experiments/begin-card';
import { ExperimentActions } from '@/components/experiments/experiment-actions';
import { PhaseLinks } from '@/components/experiments/phase-links';
import { Results } from '@/components/experiments/results';
import { VerdictSentence } from '@/components/experiments/verdict-sentence';
import { BackLink } from '@/components/shell/back-link';
import { Page } from '@/components/shell/page';
import { Button } from '@/components/ui/button';
import { ListLooks } from '@/lib/core/api/experiment';
import { requireActor } from '@/lib/server/auth/require-actor';
import { listLooks } from '@/lib/server/experiments/list-looks';
import type { SearchParams } from '../../filter-from';
import { pageOrEmpty } from '../../page-or-empty';
import { loadExperiment } from '../load-experiment';

interface Props {
  params: Promise<{ id: string }>;
  searchParams: Promise<SearchParams>;
}

/** The page draws the newest looks; the API has all of them. */
const LOOKS = 200;

async function load({ params, searchParams }: Props) {
  const { phase } = await searchParams;
  return loadExperiment((await params).id, typeof phase === 'string' ? phase : undefined);
}

export async function generateMetadata(props: Props): Promise<Metadata> {
  const t = await getTranslations('experiments');
  return { title: (await load(props)).name || t('unnamed') };
}

export default async function ExperimentPage(props: Props) {
  const actor = await requireActor();
  const experiment = await load(props);
  const { id, phase, name, design, journeyId, journeyName, nodeId } = experiment;
  const asked = { ...ListLooks.parse({ limit: LOOKS, phase }), id };
  const looks = pageOrEmpty(await listLooks(actor, asked)).data;
  const t = await getTranslations('experiments');
  return (
    <Page
      back={<BackLink href="/experiments">{t('back')}</BackLink>}
      title={name || t('unnamed')}
      description={[journeyName, design.hypothesis].filter(Boolean).join(' · ')}
      actions={
        <>
          <Button asChild variant="ghost">
            <Link href={`/experiments/${id}/edit`}>{t('setUp.edit')}</Link>
          </Button>
          <Button asChild variant="ghost">
            <Link href={`/journeys/${journeyId}?node=${nodeId}`}>{t('actions.canvas')}</Link>
          </Button>
          <ExperimentActions experiment={experiment} />
        </>
      }
    >
      <PhaseLinks experiment={experiment} />
      <VerdictSentence experiment={experiment} />
      <BeginCard experiment={experiment} />
      <Results experiment={experiment} looks={looks} />
    </Page>
  );
}
