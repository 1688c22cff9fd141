// A card of a comparison. What is gone is a ghost; what came, changed or went says so at its corner.
'use client';

import { Handle, type NodeProps, Position } from '@xyflow/react';
import { memo } from 'react';
import { CardFace, cardShapes } from '@/components/canvas/card-face';
import { cn } from '@/components/ui/cn';
import { nodeOf } from '@/lib/core/nodes/registry';
import type { DiffStep as DiffStepShape } from './diff-flow';
import { DiffMark } from './diff-mark';

const looks = {
  added: 'border-2 border-success',
  changed: 'border-2 border-info',
  removed: 'border-2 border-danger border-dashed opacity-60',
} as const;

function Step({ data: { node, mark }, selected }: NodeProps<DiffStepShape>) {
  return (
    <article className="size-full">
      <Handle type="target" position={Position.Top} isConnectable={false} className="card-source" />
      <div
        data-diff={node.id}
        className={cn(
          'flex size-full flex-col border text-left shadow-low',
          cardShapes[nodeOf(node.type).family],
          mark && looks[mark],
          selected && 'ring-2 ring-accent ring-offset-2 ring-offset-page',
        )}
      >
        <CardFace node={node} problems={[]} {...(mark === 'removed' && { titleClass: 'line-through' })} />
      </div>
      {mark && (
        <span className="-top-3 absolute right-2 rounded-xs bg-surface ring-2 ring-page">
          <DiffMark mark={mark} />
        </span>
      )}
      <Handle type="source" position={Position.Bottom} isConnectable={false} className="card-source" />
    </article>
  );
}

export const DiffStep = memo(Step);

/** Where an exit leads nowhere. */
export function DiffEnd() {
  return (
    <div className="flex h-full flex-col items-center pt-2.5">
      <Handle type="target" position={Position.Top} isConnectable={false} className="card-source" />
      <span className="size-2 rounded-full bg-line-strong" />
    </div>
  );
}
