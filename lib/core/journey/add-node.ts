// Adding a node, on its own or into a line that is already drawn.
import type { NodeId } from '../engine/program';
import type { NodeType } from '../nodes/registry';
import { type Edge, type JourneyDocument, JourneyNode } from './document';
import { canConnect, type ExitRef, exitsOf, findNode, leavesBy } from './graph';

/**
 * `data` left out gives a fresh node. `into` puts the node behind an exit, in front of what that exit led to; `tail` is
 * the exit of the new node that leads on there: its first where it is left out, none, so that it hangs loose, where null.
 */
export interface AddNode {
  readonly kind: 'add-node';
  readonly id: NodeId;
  readonly type: NodeType;
  readonly name?: string;
  readonly data?: unknown;
  readonly into?: ExitRef;
  readonly tail?: string | null;
}

interface Through {
  readonly into: ExitRef;
  readonly tail: string | null | undefined;
}

/** The edges once `node` stands behind the exit. A node without exits ends the line, and what came after hangs loose. */
function edgesThrough(edges: readonly Edge[], node: JourneyNode, { into, tail }: Through): Edge[] {
  const leaves = leavesBy(into);
  const exits = exitsOf(node);
  const onward = tail === null ? undefined : (exits.find(({ id }) => id === tail) ?? exits[0]);
  const moved = edges.flatMap((edge) => {
    if (!leaves(edge)) return [edge];
    return onward === undefined ? [] : [{ from: node.id, exit: onward.id, to: edge.to }];
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
  return { ...added, edges: edgesThrough(document.edges, node.data, { into, tail: change.tail }) };
}
