// A step that is drawn already, as a line of a list to choose from: the finder's, and the picker's.
'use client';

import { useTranslations } from 'next-intl';
import { cardOf } from '@/components/nodes/cards';
import { NodeMark } from '@/components/nodes/node-mark';
import { useNodeTitle } from '@/components/nodes/use-node-title';
import { CommandItem } from '@/components/ui/command';
import type { JourneyNode } from '@/lib/core/journey/document';

export function StepItem({ node, onChoose }: { node: JourneyNode; onChoose: () => void }) {
  const types = useTranslations('nodes');
  const title = useNodeTitle();
  const { Summary } = cardOf(node.type);
  return (
    <CommandItem
      value={node.id}
      keywords={[title(node), types(`${node.type}.name`), ...wordsIn(node.data)]}
      className="gap-3 py-1.5 [&_svg]:text-current"
      onSelect={onChoose}
    >
      <NodeMark type={node.type} size="sm" />
      <span className="min-w-0">
        <span className="block truncate font-medium">{title(node)}</span>
        <span className="block truncate text-muted text-xs">
          <Summary data={node.data} problems={[]} />
        </span>
      </span>
    </CommandItem>
  );
}

/** The texts of a step: subjects, event names, addresses. */
function wordsIn(data: unknown): string[] {
  if (typeof data === 'string') return [data.slice(0, 200)];
  return typeof data === 'object' && data !== null ? Object.values(data).flatMap(wordsIn) : [];
}
