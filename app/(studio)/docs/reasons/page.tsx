// Every reason code there is, generated from the closed sets that the engine, policy and the trail draw from.
import type { Metadata } from 'next';
import { getTranslations } from 'next-intl/server';
import { ReasonList } from '@/components/docs/reason-list';
import { Page } from '@/components/shell/page';
import { ReasonCode } from '@/lib/core/engine/reason';
import { NonEntryCode } from '@/lib/core/reason/verdict';

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('reasonGuide'))('title') };
}

export default async function ReasonsPage() {
  const t = await getTranslations('reasonGuide');
  return (
    <Page title={t('title')} description={t('description')}>
      <div className="flex flex-col gap-10">
        <ReasonList id="recorded" codes={ReasonCode.options} />
        <ReasonList id="derived" codes={NonEntryCode.options} />
      </div>
    </Page>
  );
}
