// The node types by family, in the order a marketer reads them, for the palette and the picker.
import type { NodeFamily } from '@/lib/core/nodes/define-node';
import { isNodeType, type NodeType, nodeTypes } from '@/lib/core/nodes/registry';

export const families: readonly NodeFamily[] = ['entry', 'flow', 'message', 'data'];

const types: readonly NodeType[] = Object.keys(nodeTypes).filter(isNodeType);

export function typesOf(family: NodeFamily): readonly NodeType[] {
  return types.filter((type) => nodeTypes[type].family === family);
}
