// What differs between two drawings, step by step: a word and a colour for what happened, the fields with both values.
'use client';

import { useTranslations } from 'next-intl';
import { documentOf } from '@/components/canvas/studio';
import { useStudio } from '@/components/canvas/studio-context';
import { useExitName } from '@/components/canvas/use-exit-name';
import { NodeMark } from '@/components/nodes/node-mark';
import { useNodeTitle } from '@/components/nodes/use-node-title';
import { Badge } from '@/components/ui/badge';
import { cn } from '@/components/ui/cn';
import type { FieldChange, JourneyDiff } from '@/lib/core/journey/diff';
import type { Edge, JourneyNode } from '@/lib/core/journey/document';

type Kind = 'added' | 'removed' | 'changed';

const looks = {
  added: { tone: 'success', edge: 'border-l-success' },
  removed: { tone: 'danger', edge: 'border-l-danger' },
  changed: { tone: 'info', edge: 'border-l-info' },
} as const;

export function DiffView({ diff }: { diff: JourneyDiff }) {
  const t = useTranslations('versions.diff');
  const { connected, disconnected, settings } = diff;
  return (
    <ul className="flex flex-col gap-2">
      {diff.removed.map((node) => (
        <NodeDiff key={node.id} kind="removed" node={node} fields={[]} />
      ))}
      {diff.added.map((node) => (
        <NodeDiff key={node.id} kind="added" node={node} fields={[]} />
      ))}
      {diff.changed.map(({ after, fields }) => (
        <NodeDiff key={after.id} kind="changed" node={after} fields={fields} />
      ))}
      {connected.length + disconnected.length > 0 && <Lines diff={diff} />}
      {settings.length > 0 && (
        <li className="rounded-md border border-l-3 border-l-info bg-surface p-3">
          <p className="font-medium text-sm">{t('settings')}</p>
          <Fields fields={settings} />
        </li>
      )}
    </ul>
  );
}

interface NodeDiffProps {
  kind: Kind;
  node: JourneyNode;
  fields: readonly FieldChange[];
}

function NodeDiff({ kind, node, fields }: NodeDiffProps) {
  const t = useTranslations('versions.diff');
  const title = useNodeTitle();
  return (
    <li className={cn('rounded-md border border-l-3 bg-surface p-3', looks[kind].edge)}>
      <p className="flex items-center gap-2.5">
        <NodeMark type={node.type} size="sm" />
        <span
          className={cn('min-w-0 flex-1 truncate font-medium text-sm', kind === 'removed' && 'line-through')}
        >
          {title(node)}
        </span>
        <Badge tone={looks[kind].tone}>{t(kind)}</Badge>
      </p>
      {fields.length > 0 && <Fields fields={fields} />}
    </li>
  );
}

function Fields({ fields }: { fields: readonly FieldChange[] }) {
  const t = useTranslations('versions.diff');
  const shown = (value: unknown) => {
    if (value === undefined) return t('absent');
    return typeof value === 'string' ? value : JSON.stringify(value);
  };
  return (
    <dl className="mt-2 flex flex-col gap-2">
      {fields.map(({ path, before, after }) => (
        <div key={path}>
          <dt className="text-muted text-xs">{path.replace(/^data\./, '')}</dt>
          <dd className="grid gap-1.5 text-sm sm:grid-cols-2">
            <del className="break-words rounded-xs bg-danger-soft px-1.5 py-0.5 text-danger-ink no-underline">
              <span className="sr-only">{t('before')} </span>
              {shown(before)}
            </del>
            <ins className="break-words rounded-xs bg-success-soft px-1.5 py-0.5 text-success-ink no-underline">
              <span className="sr-only">{t('after')} </span>
              {shown(after)}
            </ins>
          </dd>
        </div>
      ))}
    </dl>
  );
}

function Lines({ diff: { added, removed, changed, connected, disconnected } }: { diff: JourneyDiff }) {
  const t = useTranslations('versions.diff');
  const title = useNodeTitle();
  const drawn = useStudio(documentOf).nodes;
  const known = [...added, ...removed, ...changed.map(({ after }) => after), ...drawn];
  const exitName = useExitName();
  const find = (id: string) => known.find((one) => one.id === id);
  const nameOf = (id: string) => {
    const node = find(id);
    return node ? title(node) : id;
  };
  const ends = ({ from, exit, to }: Edge) => ({
    from: nameOf(from),
    exit: exitName(find(from), exit),
    to: nameOf(to),
  });
  const keyOf = ({ from, exit, to }: Edge) => `${from} ${exit} ${to}`;
  return (
    <li className="rounded-md border border-l-3 border-l-info bg-surface p-3">
      <p className="font-medium text-sm">{t('lines')}</p>
      <ul className="mt-2 flex flex-col gap-1 text-sm">
        {disconnected.map((edge) => (
          <li key={keyOf(edge)} className="text-danger-ink">
            {t('disconnected', ends(edge))}
          </li>
        ))}
        {connected.map((edge) => (
          <li key={keyOf(edge)} className="text-success-ink">
            {t('connected', ends(edge))}
          </li>
        ))}
      </ul>
    </li>
  );
}
