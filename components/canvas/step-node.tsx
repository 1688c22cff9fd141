// A card on the canvas: what kind of step, what it does, how many people, what is wrong with it.
'use client';

import { Handle, type NodeProps, Position } from '@xyflow/react';
import { memo } from 'react';
import { cardOf } from '@/components/nodes/cards';
import { NodeMark } from '@/components/nodes/node-mark';
import { useNodeTitle } from '@/components/nodes/use-node-title';
import { cn } from '@/components/ui/cn';
import type { JourneyNode } from '@/lib/core/journey/document';
import type { Problem } from '@/lib/core/journey/problem';
import { nodeOf } from '@/lib/core/nodes/registry';
import { CardCounts } from './card-counts';
import type { StepNode as StepNodeShape } from './flow';
import { problemsAt, worstOf } from './known-problems';
import { ProblemMark } from './problem-mark';
import { documentOf } from './studio';
import { useStudio } from './studio-context';

/** Families differ in outline as well as in colour: a pill to enter, a tint to flow, a bold edge to speak, a sharp corner for data. */
const shapes = {
  entry: 'rounded-[26px] border-entry/45 bg-surface',
  flow: 'rounded-lg border-flow/25 bg-[color-mix(in_oklab,var(--color-flow-soft)_70%,var(--color-surface))]',
  message: 'rounded-lg border-message/35 bg-surface border-l-[3px] border-l-message',
  data: 'rounded-xs border-data/40 bg-surface border-dashed',
} as const;

function Step({ data: { node }, dragging }: NodeProps<StepNodeShape>) {
  const problems = useStudio((studio) => problemsAt(studio.problems, node.id));
  const isSelected = useStudio((studio) => studio.selected === node.id);
  const isTabStop = useStudio((studio) => (studio.selected ?? documentOf(studio).nodes[0]?.id) === node.id);
  const isCounted = useStudio((studio) => studio.standing.liveVersion !== null);
  const { family, waits } = nodeOf(node.type);
  const isEntry = family === 'entry';
  return (
    <>
      {!isEntry && (
        <Handle type="target" position={Position.Top} isConnectableStart={false} className="card-target" />
      )}
      <button
        type="button"
        data-card={node.id}
        tabIndex={isTabStop ? 0 : -1}
        aria-pressed={isSelected}
        className={cn(
          'flex size-full flex-col border text-left shadow-low outline-offset-3 transition-[box-shadow,border-color] duration-120 hover:shadow-mid',
          shapes[family],
          isSelected && 'ring-2 ring-accent ring-offset-2 ring-offset-page',
          dragging && 'shadow-high',
        )}
      >
        <CardFace node={node} problems={problems} />
        {isCounted && <CardCounts id={node.id} waits={waits} />}
      </button>
      <ProblemMark grade={worstOf(problems)} count={problems.length} />
      <Handle type="source" position={Position.Bottom} isConnectable={false} className="card-source" />
    </>
  );
}

function CardFace({ node, problems }: { node: JourneyNode; problems: readonly Problem[] }) {
  const title = useNodeTitle();
  const { Summary } = cardOf(node.type);
  const isEntry = nodeOf(node.type).family === 'entry';
  return (
    <span className={cn('flex min-h-0 w-full flex-1 items-center gap-3 px-3', isEntry && 'pl-3.5')}>
      <NodeMark type={node.type} />
      <span className="min-w-0 flex-1">
        <span className="block truncate font-semibold text-ink text-sm">{title(node)}</span>
        <span className="line-clamp-2 break-words text-muted text-xs">
          <Summary data={node.data} problems={problems} />
        </span>
      </span>
    </span>
  );
}

export const StepNode = memo(Step);
