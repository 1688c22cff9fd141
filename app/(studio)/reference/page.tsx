// The reference of the management API, for whoever automates this workspace.
import type { Metadata } from 'next';
import { getTranslations } from 'next-intl/server';
import { Reference } from '@/components/reference/reference';
import { Page } from '@/components/shell/page';
import { openApi } from '@/lib/server/api/open-api';
import { requireActor } from '@/lib/server/auth/require-actor';
import { runtime } from '@/lib/server/runtime';

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('reference'))('title') };
}

export default async function ReferencePage() {
  await requireActor();
  const t = await getTranslations('reference');
  return (
    <Page title={t('title')} description={t('description')}>
      <Reference api={openApi(runtime().env.publicUrl)} />
    </Page>
  );
}
