// A card on the canvas: what kind of step, what it does, how many people, what is wrong with it.
'use client';

import { Handle, type NodeProps, Position } from '@xyflow/react';
import { memo } from 'react';
import { cn } from '@/components/ui/cn';
import { nodeOf } from '@/lib/core/nodes/registry';
import { CardCounts } from './card-counts';
import { CardFace, cardShapes } from './card-face';
import type { StepNode as StepNodeShape } from './flow';
import { problemsAt, worstOf } from './known-problems';
import { pickedIn } from './picking';
import { ProblemMark } from './problem-mark';
import { documentOf } from './studio';
import { useStudio } from './studio-context';

function Step({ data: { node }, dragging }: NodeProps<StepNodeShape>) {
  const problems = useStudio((studio) => problemsAt(studio.problems, node.id));
  const isSelected = useStudio((studio) => pickedIn(studio).includes(node.id));
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
          cardShapes[family],
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

export const StepNode = memo(Step);
