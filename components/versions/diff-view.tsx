// What differs between two drawings, step by step: a word and a colour for what happened, the fields with both values.
'use client';

import { useTranslations } from 'next-intl';
import { useEffect, useRef } from 'react';
import { NodeMark } from '@/components/nodes/node-mark';
import { useNodeTitle } from '@/components/nodes/use-node-title';
import { cn } from '@/components/ui/cn';
import type { FieldChange, JourneyDiff } from '@/lib/core/journey/diff';
import type { JourneyNode } from '@/lib/core/journey/document';
import type { DiffMark as DiffMarkKind } from '@/lib/core/journey/drawn-diff';
import { DiffMark, markLooks } from './diff-mark';
import { LinesDiff } from './lines-diff';

interface DiffViewProps {
  diff: JourneyDiff;
  /** Steps that are the same on both sides, to name where lines run. */
  nodes: readonly JourneyNode[];
  /** The step that is shown on the canvas beside the list, and what shows one there. */
  shown?: string | null;
  onShow?: (id: string) => void;
}

export function DiffView({ diff, nodes, shown, onShow }: DiffViewProps) {
  const t = useTranslations('versions.diff');
  const { connected, disconnected, settings } = diff;
  const showing = (id: string) => ({ isShown: shown === id, onShow: onShow && (() => onShow(id)) });
  return (
    <ul className="flex flex-col gap-2">
      {diff.removed.map((node) => (
        <NodeDiff key={node.id} mark="removed" node={node} fields={[]} {...showing(node.id)} />
      ))}
      {diff.added.map((node) => (
        <NodeDiff key={node.id} mark="added" node={node} fields={[]} {...showing(node.id)} />
      ))}
      {diff.changed.map(({ after, fields }) => (
        <NodeDiff key={after.id} mark="changed" node={after} fields={fields} {...showing(after.id)} />
      ))}
      {connected.length + disconnected.length > 0 && (
        <LinesDiff diff={diff} nodes={nodes} {...(onShow && { onShow })} />
      )}
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
  mark: DiffMarkKind;
  node: JourneyNode;
  fields: readonly FieldChange[];
  isShown: boolean;
  onShow: (() => void) | undefined;
}

function NodeDiff({ mark, node, fields, isShown, onShow }: NodeDiffProps) {
  const item = useRef<HTMLLIElement>(null);
  useEffect(() => {
    if (isShown) item.current?.scrollIntoView({ block: 'nearest' });
  }, [isShown]);
  const name = <NodeLine mark={mark} node={node} />;
  return (
    <li
      ref={item}
      className={cn(
        'rounded-md border border-l-3 bg-surface p-3',
        markLooks[mark].edge,
        isShown && 'ring-2 ring-accent/60',
      )}
    >
      {onShow ? (
        <button type="button" aria-pressed={isShown} className="w-full text-left" onClick={onShow}>
          {name}
        </button>
      ) : (
        name
      )}
      {fields.length > 0 && <Fields fields={fields} />}
    </li>
  );
}

function NodeLine({ mark, node }: Pick<NodeDiffProps, 'mark' | 'node'>) {
  const title = useNodeTitle();
  return (
    <span className="flex items-center gap-2.5">
      <NodeMark type={node.type} size="sm" />
      <span
        className={cn('min-w-0 flex-1 truncate font-medium text-sm', mark === 'removed' && 'line-through')}
      >
        {title(node)}
      </span>
      <DiffMark mark={mark} />
    </span>
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
