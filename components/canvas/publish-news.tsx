// What a publish would change for customers: steps added, changed, taken away, lines, settings.
'use client';

import { ArrowRightLeft, Minus, Pencil, Plus, Settings2, Workflow } from 'lucide-react';
import { useTranslations } from 'next-intl';
import { type ReactNode, useState } from 'react';
import { useNodeTitle } from '@/components/nodes/use-node-title';
import { Button } from '@/components/ui/button';
import { DrawnDiffDialog } from '@/components/versions/drawn-diff-dialog';
import type { JourneyDocument, JourneyNode } from '@/lib/core/journey/document';
import { draftChange } from '@/lib/core/journey/draft-change';
import { documentOf } from './studio';
import { useStudio } from './studio-context';

export function PublishNews() {
  const t = useTranslations('canvas.publish');
  const document = useStudio(documentOf);
  const live = useStudio((studio) => studio.standing.live);
  if (!live) return <p className="text-sm">{t('whole', { count: document.nodes.length })}</p>;
  return (
    <div className="flex flex-col gap-3">
      <Changes before={live} after={document} />
      <ShowDifferences before={live} after={document} />
    </div>
  );
}

function Changes({ before, after }: { before: JourneyDocument; after: JourneyDocument }) {
  const t = useTranslations('canvas.publish.news');
  const title = useNodeTitle();
  const change = draftChange({ name: '', document: before }, { name: '', document: after });
  const namesOf = ({ nodes }: JourneyDocument, ids: readonly JourneyNode['id'][]) =>
    nodes.filter(({ id }) => ids.includes(id)).map(title);
  // A step that was only moved about is the same for customers.
  const meant = change.changed.filter((id) => contentOf(before, id) !== contentOf(after, id));
  return (
    <ul className="flex flex-col gap-1.5 text-sm">
      <News
        icon={<Plus className="text-success" />}
        label={t('added')}
        names={namesOf(after, change.added)}
      />
      <News icon={<Pencil className="text-info" />} label={t('changed')} names={namesOf(after, meant)} />
      <News
        icon={<Minus className="text-danger" />}
        label={t('removed')}
        names={namesOf(before, change.removed)}
      />
      {change.edges && <News icon={<ArrowRightLeft className="text-muted" />} label={t('edges')} />}
      {change.settings && <News icon={<Settings2 className="text-muted" />} label={t('settings')} />}
    </ul>
  );
}

function ShowDifferences({ before, after }: { before: JourneyDocument; after: JourneyDocument }) {
  const t = useTranslations('versions');
  const version = useStudio((studio) => studio.standing.liveVersion);
  const [isDrawn, setDrawn] = useState(false);
  return (
    <>
      <Button size="sm" className="self-start" onClick={() => setDrawn(true)}>
        <Workflow aria-hidden />
        {t('diff.draw')}
      </Button>
      {isDrawn && (
        <DrawnDiffDialog
          from={t('panel.version', { version: version ?? 1 })}
          to={t('diff.draft')}
          before={before}
          after={after}
          onClose={() => setDrawn(false)}
        />
      )}
    </>
  );
}

function contentOf({ nodes }: JourneyDocument, id: JourneyNode['id']): string {
  const node = nodes.find((one) => one.id === id);
  return JSON.stringify([node?.name, node?.data]);
}

function News({ icon, label, names }: { icon: ReactNode; label: string; names?: readonly string[] }) {
  if (names?.length === 0) return null;
  return (
    <li className="flex items-start gap-2.5 [&_svg]:mt-0.5 [&_svg]:size-4 [&_svg]:shrink-0">
      {icon}
      <span>
        <span className="font-medium">{label}</span>
        {names && <span className="block text-muted text-xs">{names.join(', ')}</span>}
      </span>
    </li>
  );
}
