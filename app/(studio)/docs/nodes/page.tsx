// Every type of step, generated from the registry: what it does, its fields, exits, problems and reasons.
import type { Metadata } from 'next';
import { getTranslations } from 'next-intl/server';
import { NodeEntry } from '@/components/docs/node-entry';
import { Page } from '@/components/shell/page';
import { isNodeType, nodeTypes } from '@/lib/core/nodes/registry';

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('docs.nodes'))('title') };
}

export default async function NodesPage() {
  const t = await getTranslations('docs.nodes');
  const types = Object.keys(nodeTypes).filter(isNodeType);
  return (
    <Page title={t('title')} description={t('description')}>
      <div className="flex flex-col gap-6">
        {types.map((type) => (
          <NodeEntry key={type} type={type} />
        ))}
      </div>
    </Page>
  );
}
