// Every type of step, generated from the registry: what it does, its fields, exits, problems and reasons.
import type { Metadata } from 'next';
import { getTranslations } from 'next-intl/server';
import { families, typesOf } from '@/components/canvas/family-groups';
import { Contents } from '@/components/docs/contents';
import { NodeEntry } from '@/components/docs/node-entry';
import { Page } from '@/components/shell/page';

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('docs.nodes'))('title') };
}

export default async function NodesPage() {
  const t = await getTranslations('docs.nodes');
  const names = await getTranslations('nodes');
  const family = await getTranslations('canvas.families');
  const groups = families.map((one) => ({
    title: family(one),
    links: typesOf(one).map((type) => ({ anchor: type, text: names(`${type}.name`) })),
  }));
  return (
    <Page title={t('title')} description={t('description')}>
      <div className="flex gap-8 max-lg:flex-col max-lg:gap-6">
        <Contents label={t('contents')} groups={groups} />
        <div className="flex min-w-0 flex-1 flex-col gap-6">
          {families.flatMap(typesOf).map((type) => (
            <NodeEntry key={type} type={type} />
          ))}
        </div>
      </div>
    </Page>
  );
}
