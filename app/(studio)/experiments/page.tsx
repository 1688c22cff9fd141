// The experiments.
import { Plus } from 'lucide-react';
import type { Metadata } from 'next';
import Link from 'next/link';
import { getTranslations } from 'next-intl/server';
import { ExperimentsList } from '@/components/experiments/experiments-list';
import { VerdictsList } from '@/components/experiments/verdicts-list';
import { Page } from '@/components/shell/page';
import { Button } from '@/components/ui/button';
import { ListExperiments } from '@/lib/core/api/experiment';
import { PageQuery } from '@/lib/core/api/page';
import { MOST_VERDICTS } from '@/lib/queries/experiments';
import { requireActor } from '@/lib/server/auth/require-actor';
import { listExperiments } from '@/lib/server/experiments/list-experiments';
import { listVerdicts } from '@/lib/server/experiments/list-verdicts';
import { pageOrEmpty } from '../page-or-empty';

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('experiments'))('title') };
}

export default async function ExperimentsPage() {
  const actor = await requireActor();
  const page = pageOrEmpty(await listExperiments(actor, ListExperiments.parse({})));
  const verdicts = pageOrEmpty(await listVerdicts(actor, PageQuery.parse({ limit: MOST_VERDICTS })));
  const t = await getTranslations('experiments');
  const actions = (
    <>
      <Button asChild variant="ghost">
        <Link href="/experiments/holdout">{(await getTranslations('holdout'))('link')}</Link>
      </Button>
      <Button asChild variant="primary">
        <Link href="/experiments/new">
          <Plus aria-hidden />
          {t('new')}
        </Link>
      </Button>
    </>
  );
  return (
    <Page title={t('title')} description={t('description')} actions={actions}>
      <VerdictsList initial={verdicts} />
      <ExperimentsList initial={page} />
    </Page>
  );
}
