// The experiments.
import { Plus } from 'lucide-react';
import type { Metadata } from 'next';
import Link from 'next/link';
import { getTranslations } from 'next-intl/server';
import { ExperimentsList } from '@/components/experiments/experiments-list';
import { Page } from '@/components/shell/page';
import { Button } from '@/components/ui/button';
import { ListExperiments } from '@/lib/core/api/experiment';
import { requireActor } from '@/lib/server/auth/require-actor';
import { listExperiments } from '@/lib/server/experiments/list-experiments';
import { pageOrEmpty } from '../page-or-empty';

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('experiments'))('title') };
}

export default async function ExperimentsPage() {
  const actor = await requireActor();
  const page = pageOrEmpty(await listExperiments(actor, ListExperiments.parse({})));
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
      <ExperimentsList initial={page} />
    </Page>
  );
}
