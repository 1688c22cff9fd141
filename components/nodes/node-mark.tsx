// The icon of a node type in the shape and colour of its family, so that a family is known without reading.
import { cn } from '@/components/ui/cn';
import type { NodeFamily } from '@/lib/core/nodes/define-node';
import { type NodeType, nodeOf } from '@/lib/core/nodes/registry';
import { cardOf } from './cards';

const looks: { readonly [Family in NodeFamily]: string } = {
  entry: 'rounded-full bg-entry text-surface',
  flow: 'rounded-md bg-flow-soft text-flow-ink ring-1 ring-flow/30 ring-inset',
  message: 'rounded-md bg-message text-surface',
  data: 'rounded-xs bg-data-soft text-data-ink ring-1 ring-data/40 ring-inset',
};

interface NodeMarkProps {
  type: NodeType;
  size?: 'sm' | 'md';
  className?: string;
}

export function NodeMark({ type, size = 'md', className }: NodeMarkProps) {
  const { icon: Icon } = cardOf(type);
  return (
    <span
      aria-hidden
      className={cn(
        'inline-flex shrink-0 items-center justify-center',
        size === 'md' ? 'size-9 [&_svg]:size-4.5' : 'size-6 [&_svg]:size-3.5',
        looks[nodeOf(type).family],
        className,
      )}
    >
      <Icon />
    </span>
  );
}
