// What the canvas must know to show a node of one type: an icon and a line that says what its data means.
import type { LucideIcon } from 'lucide-react';
import type { ReactNode } from 'react';
import type { Problem } from '@/lib/core/journey/problem';
import type { NodeData, NodeType } from '@/lib/core/nodes/registry';

export interface CardProps<Type extends NodeType> {
  readonly data: NodeData<Type>;
  readonly problems: readonly Problem[];
}

export interface NodeCard<Type extends NodeType> {
  readonly icon: LucideIcon;
  /** The data in plain words. A method, so that code for all types may call it with data parsed for that type. */
  Summary(props: CardProps<Type>): ReactNode;
}
