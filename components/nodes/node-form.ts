// What the drawer must know to edit a node of one type.
import type { ReactNode } from 'react';
import type { NodeData, NodeType } from '@/lib/core/nodes/registry';

export interface FormProps<Type extends NodeType> {
  readonly value: NodeData<Type>;
  onChange(value: NodeData<Type>): void;
}

export interface NodeForm<Type extends NodeType> {
  /** A method, so that code for all types may call it with data parsed for that type. */
  Form(props: FormProps<Type>): ReactNode;
}
