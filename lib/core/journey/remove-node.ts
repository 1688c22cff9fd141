// Removing a node without tearing the line: what led to it leads on to what it led to.
import type { NodeId } from '../engine/program';
import type { JourneyDocument, JourneyNode } from './document';
import { exitsOf, findNode, leavesBy } from './graph';

/** Where the line goes on: behind the first exit that leads to another node, or nowhere. */
function nextAfter({ edges }: JourneyDocument, node: JourneyNode): NodeId | undefined {
  for (const { id } of exitsOf(node)) {
    const onward = edges.find((edge) => leavesBy({ from: node.id, exit: id })(edge) && edge.to !== node.id);
    if (onward !== undefined) return onward.to;
  }
  return undefined;
}

export function removeNode(document: JourneyDocument, id: NodeId): JourneyDocument {
  const node = findNode(document, id);
  if (node === undefined) return document;
  const next = nextAfter(document, node);
  const edges = document.edges.flatMap((edge) => {
    if (edge.from === id) return [];
    if (edge.to !== id) return [edge];
    return next === undefined ? [] : [{ ...edge, to: next }];
  });
  return { ...document, nodes: document.nodes.filter((other) => other.id !== id), edges };
}
