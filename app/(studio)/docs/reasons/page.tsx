// Every reason code there is, generated from the closed sets that the engine, policy and the trail draw from.
import type { Metadata } from 'next';
import { getTranslations } from 'next-intl/server';
import { Contents } from '@/components/docs/contents';
import { ReasonList } from '@/components/docs/reason-list';
import { Page } from '@/components/shell/page';
import { ReasonCode } from '@/lib/core/engine/reason';
import { NonEntryCode } from '@/lib/core/reason/verdict';

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('reasonGuide'))('title') };
}

const lists = [
  { id: 'recorded', codes: ReasonCode.options },
  { id: 'derived', codes: NonEntryCode.options },
] as const;

export default async function ReasonsPage() {
  const t = await getTranslations('reasonGuide');
  return (
    <Page title={t('title')} description={t('description')}>
      <div className="flex gap-8 max-lg:flex-col max-lg:gap-6">
        <Contents
          label={t('contents')}
          groups={lists.map(({ id, codes }) => ({
            title: t(`${id}.title`),
            links: codes.map((code) => ({ anchor: code, text: code })),
          }))}
        />
        <div className="flex min-w-0 flex-1 flex-col gap-10">
          {lists.map(({ id, codes }) => (
            <ReasonList key={id} id={id} codes={codes} />
          ))}
        </div>
      </div>
    </Page>
  );
}
