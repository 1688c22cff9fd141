// Reading a drawing: which exits a node has, and where its edges lead.
import type { NodeId } from '../engine/program';
import type { Exit } from '../nodes/define-node';
import { nodeOf } from '../nodes/registry';
import type { Edge, JourneyDocument, JourneyNode } from './document';

/** One way out of one node, whether or not an edge leaves by it. */
export interface ExitRef {
  readonly from: NodeId;
  readonly exit: string;
}

export function findNode(document: JourneyDocument, id: NodeId): JourneyNode | undefined {
  return document.nodes.find((node) => node.id === id);
}

/** The exits of a node as its data has them, in drawing order. */
export function exitsOf(node: JourneyNode): Exit[] {
  return nodeOf(node.type).exits(node.data);
}

export function isEntry(node: JourneyNode): boolean {
  return nodeOf(node.type).family === 'entry';
}

/** Whether a loop through this node is slowed down: everybody who comes to it stays for a while. */
export function isPaced({ type, data }: JourneyNode): boolean {
  const { waits, paces } = nodeOf(type);
  return paces?.(data) ?? waits;
}

export function leavesBy({ from, exit }: ExitRef): (edge: Edge) => boolean {
  return (edge) => edge.from === from && edge.exit === exit;
}

/** Whether an edge may run from this exit to that node: both are there, and nothing leads into a trigger. */
export function canConnect(document: JourneyDocument, { from, exit }: ExitRef, to: NodeId): boolean {
  const tail = findNode(document, from);
  const head = findNode(document, to);
  if (tail === undefined || head === undefined || isEntry(head)) return false;
  return exitsOf(tail).some(({ id }) => id === exit);
}
