// What marketing is worth, by those whom the workspace holds out.
import type { Metadata } from 'next';
import Link from 'next/link';
import { getTranslations } from 'next-intl/server';
import { HoldoutReport } from '@/components/holdout/holdout-report';
import { BackLink } from '@/components/shell/back-link';
import { Page } from '@/components/shell/page';
import { Button } from '@/components/ui/button';
import { HoldoutQuery } from '@/lib/core/api/holdout';
import { requireActor } from '@/lib/server/auth/require-actor';
import { readHoldout } from '@/lib/server/holdout/read-holdout';
import { filterFrom, type SearchParams } from '../../filter-from';
import { valueOrNotFound } from '../../value-or-not-found';

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('holdout'))('title') };
}

export default async function HoldoutPage({ searchParams }: { searchParams: Promise<SearchParams> }) {
  const actor = await requireActor();
  const params = await searchParams;
  const report = valueOrNotFound(await readHoldout(actor, filterFrom(HoldoutQuery, params)));
  const t = await getTranslations('holdout');
  const settings = (
    <Button asChild variant="ghost">
      <Link href="/settings/sending#holdout">{t('settings')}</Link>
    </Button>
  );
  return (
    <Page
      back={<BackLink href="/experiments">{(await getTranslations('experiments'))('back')}</BackLink>}
      title={t('title')}
      description={t('description')}
      actions={settings}
    >
      <HoldoutReport report={report} view={params.view === 'alone' ? 'alone' : 'sinceStart'} />
    </Page>
  );
}
