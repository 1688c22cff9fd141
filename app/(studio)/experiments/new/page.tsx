// How an experiment begins: those that are drawn and wait, or the way to a journey to draw one in.
import type { Metadata } from 'next';
import Link from 'next/link';
import { getTranslations } from 'next-intl/server';
import { BackLink } from '@/components/experiments/back-link';
import { DrawnList } from '@/components/experiments/drawn-list';
import { Page } from '@/components/shell/page';
import { Button } from '@/components/ui/button';
import { requireActor } from '@/lib/server/auth/require-actor';
import { listDrawn } from '@/lib/server/experiments/list-drawn';

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('experiments'))('newPage.title') };
}

export default async function NewExperimentPage() {
  const drawn = await listDrawn(await requireActor());
  const t = await getTranslations('experiments');
  return (
    <Page
      back={<BackLink href="/experiments">{t('back')}</BackLink>}
      title={t('newPage.title')}
      description={t('newPage.description')}
      width="narrow"
      actions={
        <Button asChild variant={drawn.length === 0 ? 'primary' : 'secondary'}>
          <Link href="/journeys">{t('newPage.journeys')}</Link>
        </Button>
      }
    >
      <DrawnList drawn={drawn} />
    </Page>
  );
}
