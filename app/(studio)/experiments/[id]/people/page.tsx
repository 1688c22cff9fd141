// The people of an experiment, by arm and by what they did.
import type { Metadata } from 'next';
import { getTranslations } from 'next-intl/server';
import { PeopleList } from '@/components/experiments/people-list';
import { BackLink } from '@/components/shell/back-link';
import { Page } from '@/components/shell/page';
import type { SearchParams } from '../../../filter-from';
import { loadExperiment } from '../../load-experiment';

interface Props {
  params: Promise<{ id: string }>;
  searchParams: Promise<SearchParams>;
}

async function load({ params, searchParams }: Props) {
  const { phase } = await searchParams;
  return loadExperiment((await params).id, typeof phase === 'string' ? phase : undefined);
}

export async function generateMetadata(props: Props): Promise<Metadata> {
  const t = await getTranslations('experiments');
  return { title: t('peoplePage.title', { name: (await load(props)).name || t('unnamed') }) };
}

export default async function ExperimentPeoplePage(props: Props) {
  const experiment = await load(props);
  const t = await getTranslations('experiments');
  const { id, phase, name } = experiment;
  return (
    <Page
      back={<BackLink href={`/experiments/${id}?phase=${phase}`}>{t('peoplePage.back')}</BackLink>}
      title={t('peoplePage.title', { name: name || t('unnamed') })}
      width="narrow"
    >
      <PeopleList experiment={experiment} />
    </Page>
  );
}
