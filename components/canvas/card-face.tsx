// What a card shows: the sign of its step, its name, and what it does. On the canvas, and wherever a drawing is compared.
'use client';

import { cardOf } from '@/components/nodes/cards';
import { NodeMark } from '@/components/nodes/node-mark';
import { useNodeTitle } from '@/components/nodes/use-node-title';
import { cn } from '@/components/ui/cn';
import type { JourneyNode } from '@/lib/core/journey/document';
import type { Problem } from '@/lib/core/journey/problem';
import { nodeOf } from '@/lib/core/nodes/registry';

/** Families differ in outline as well as in colour: a pill to enter, a tint to flow, a bold edge to speak, a sharp corner for data. */
export const cardShapes = {
  entry: 'rounded-[26px] border-entry/45 bg-surface',
  flow: 'rounded-lg border-flow/25 bg-[color-mix(in_oklab,var(--color-flow-soft)_70%,var(--color-surface))]',
  message: 'rounded-lg border-message/35 bg-surface border-l-[3px] border-l-message',
  data: 'rounded-xs border-data/40 bg-surface border-dashed',
} as const;

interface CardFaceProps {
  node: JourneyNode;
  problems: readonly Problem[];
  titleClass?: string;
}

export function CardFace({ node, problems, titleClass }: CardFaceProps) {
  const title = useNodeTitle();
  const { Summary } = cardOf(node.type);
  const isEntry = nodeOf(node.type).family === 'entry';
  return (
    <span className={cn('flex min-h-0 w-full flex-1 items-center gap-3 px-3', isEntry && 'pl-3.5')}>
      <NodeMark type={node.type} />
      <span className="min-w-0 flex-1">
        <span className={cn('block truncate font-semibold text-ink text-sm', titleClass)}>{title(node)}</span>
        <span className="line-clamp-2 break-words text-muted text-xs">
          <Summary data={node.data} problems={problems} />
        </span>
      </span>
    </span>
  );
}
