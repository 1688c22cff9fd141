// The journey as a list, for everybody who reads better than they see: the same steps, the same things to do.
'use client';

import { CornerDownRight, Plus, Trash2 } from 'lucide-react';
import { useTranslations } from 'next-intl';
import { type CSSProperties, useMemo } from 'react';
import { cardOf } from '@/components/nodes/cards';
import { NodeMark } from '@/components/nodes/node-mark';
import { useNodeTitle } from '@/components/nodes/use-node-title';
import { Button } from '@/components/ui/button';
import { cn } from '@/components/ui/cn';
import type { JourneyNode } from '@/lib/core/journey/document';
import { type ExitRef, exitsOf } from '@/lib/core/journey/graph';
import { problemsAt, worstOf } from './known-problems';
import { type OutlineRow, outlineOf } from './outline';
import { ProblemMark } from './problem-mark';
import { addingAfter } from './steps';
import { add, apply, documentOf, isReadOnly, open } from './studio';
import { useChange, useStudio } from './studio-context';
import { useExitName } from './use-exit-name';
import { wayId } from './ways';

export function OutlineView() {
  const t = useTranslations('canvas.outline');
  const document = useStudio(documentOf);
  const rows = useMemo(() => outlineOf(document), [document]);
  return (
    <section aria-label={t('title')} className="absolute inset-0 overflow-y-auto">
      <ol className="mx-auto flex w-full max-w-3xl flex-col gap-1 px-6 pt-8 pb-20 max-sm:px-3 max-sm:pt-4">
        {rows.map((row) => (
          <li
            key={row.key}
            style={{ '--depth': row.depth } as CSSProperties} // React's type does not know custom properties.
            className="pl-[calc(var(--depth)*1.5rem)] max-sm:pl-[calc(var(--depth)*0.75rem)]"
          >
            <Row row={row} />
          </li>
        ))}
      </ol>
    </section>
  );
}

function Row({ row }: { row: OutlineRow }) {
  const t = useTranslations('canvas.outline');
  const exitName = useExitName(row.kind === 'exit' ? [row.node] : []);
  const title = useNodeTitle();
  if (row.kind === 'step') return <StepRow node={row.node} />;
  if (row.kind === 'exit') {
    return <h2 className="pt-1 font-medium text-flow-ink text-xs">{exitName(row.node, row.after.exit)}</h2>;
  }
  if (row.kind === 'open') return <OpenRow after={row.after} isRequired={row.isRequired} />;
  return (
    <p className="flex items-center gap-2 px-3 py-1 text-muted text-sm">
      <CornerDownRight className="size-4 text-faint" aria-hidden />
      {t('goesOn', { step: title(row.node) })}
    </p>
  );
}

function StepRow({ node }: { node: JourneyNode }) {
  const title = useNodeTitle();
  const change = useChange();
  const isStill = useStudio(isReadOnly);
  const isCurrent = useStudio((studio) => studio.isOpen && studio.selected === node.id);
  const problems = useStudio((studio) => problemsAt(studio.problems, node.id));
  const { Summary } = cardOf(node.type);
  const name = title(node);
  return (
    <div
      className={cn(
        'group relative flex items-center gap-3 rounded-md border bg-surface px-3 py-2 shadow-low hover:border-line-strong',
        isCurrent && 'border-accent ring-2 ring-accent/50',
      )}
    >
      <NodeMark type={node.type} />
      <button
        type="button"
        className="stretched min-w-0 flex-1 text-left outline-none"
        aria-current={isCurrent || undefined}
        onClick={() => change(open(node.id, ''))}
      >
        <span className="block truncate font-semibold text-sm">{name}</span>
        <span className="block truncate text-muted text-xs">
          <Summary data={node.data} problems={problems} />
        </span>
      </button>
      <ProblemMark grade={worstOf(problems)} count={problems.length} />
      {!isStill && <StepButtons node={node} name={name} />}
    </div>
  );
}

function StepButtons({ node, name }: { node: JourneyNode; name: string }) {
  const t = useTranslations('canvas.outline');
  const change = useChange();
  const canFollow = exitsOf(node).length > 0;
  return (
    <span className="relative flex gap-1">
      {canFollow && (
        <Button
          variant="ghost"
          size="icon-sm"
          aria-label={t('addAfter', { step: name })}
          title={t('addAfter', { step: name })}
          onClick={() => change((studio) => add(addingAfter(studio, node.id))(studio))}
        >
          <Plus aria-hidden />
        </Button>
      )}
      <Button
        variant="ghost"
        size="icon-sm"
        aria-label={t('remove', { step: name })}
        title={t('remove', { step: name })}
        onClick={() => change(apply({ kind: 'remove-node', id: node.id }))}
      >
        <Trash2 aria-hidden />
      </Button>
    </span>
  );
}

function OpenRow({ after, isRequired }: { after: ExitRef; isRequired: boolean }) {
  const t = useTranslations('canvas');
  const change = useChange();
  const isStill = useStudio(isReadOnly);
  const words = t(isRequired ? 'openExit.required' : 'openExit.ends');
  if (isStill) return <p className="px-3 py-1 text-faint text-xs">{words}</p>;
  return (
    <button
      type="button"
      data-plus={wayId(after.from, after.exit)}
      className={cn(
        'flex items-center gap-2 rounded-md border border-dashed px-3 py-1.5 text-muted text-xs hover:border-accent hover:text-accent-ink',
        isRequired && 'border-danger/50 text-danger-ink',
      )}
      onClick={() => change(add({ after, mayChooseExit: false }))}
    >
      <Plus className="size-3.5" aria-hidden />
      {words}
    </button>
  );
}
