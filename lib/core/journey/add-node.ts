// Adding a node, on its own or into a line that is already drawn.
import type { NodeId } from '../engine/program';
import type { NodeType } from '../nodes/registry';
import { type Edge, type JourneyDocument, JourneyNode } from './document';
import { canConnect, type ExitRef, exitsOf, findNode, leavesBy } from './graph';

/** `data` left out gives a fresh node. `into` puts the node behind an exit, in front of what that exit led to. */
export interface AddNode {
  readonly kind: 'add-node';
  readonly id: NodeId;
  readonly type: NodeType;
  readonly name?: string;
  readonly data?: unknown;
  readonly into?: ExitRef;
}

/** The edges once `node` stands behind the exit. A node without exits ends the line, and what came after hangs loose. */
function edgesThrough(edges: readonly Edge[], node: JourneyNode, into: ExitRef): Edge[] {
  const leaves = leavesBy(into);
  const [first] = exitsOf(node);
  const moved = edges.flatMap((edge) => {
    if (!leaves(edge)) return [edge];
    return first === undefined ? [] : [{ from: node.id, exit: first.id, to: edge.to }];
  });
  return [...moved, { from: into.from, exit: into.exit, to: node.id }];
}

export function addNode(document: JourneyDocument, change: AddNode): JourneyDocument {
  const { id, type, name, into } = change;
  const node = JourneyNode.safeParse({ id, type, name, data: change.data ?? {} });
  if (!node.success || findNode(document, id) !== undefined) return document;
  const added = { ...document, nodes: [...document.nodes, node.data] };
  if (into === undefined) return added;
  if (!canConnect(added, into, id)) return document;
  return { ...added, edges: edgesThrough(document.edges, node.data, into) };
}
