// Changing one node where it stands: its data, its name, its place.
import type { NodeId } from '../engine/program';
import { isSameJson } from '../json';
import type { Nudge } from '../nodes/registry';
import { type JourneyDocument, JourneyNode } from './document';
import { exitsOf, findNode } from './graph';

interface Change {
  readonly data?: unknown;
  readonly name?: string;
  readonly nudge?: Nudge;
}

/** Parses the changed node, so that nothing gets into a drawing that could not be stored and read again. */
function changeNode(document: JourneyDocument, id: NodeId, change: Change): JourneyDocument {
  const node = findNode(document, id);
  const parsed = JourneyNode.safeParse({ ...node, ...change });
  if (!parsed.success || isSameJson(parsed.data, node)) return document;
  const nodes = document.nodes.map((other) => (other.id === id ? parsed.data : other));
  return { ...document, nodes };
}

/** Takes the data whole. Edges that left by an exit the node no longer has go with the exit. */
export function updateData(document: JourneyDocument, id: NodeId, data: unknown): JourneyDocument {
  const updated = changeNode(document, id, { data });
  const node = findNode(updated, id);
  if (updated === document || node === undefined) return document;
  const exits = new Set(exitsOf(node).map((exit) => exit.id));
  return { ...updated, edges: updated.edges.filter((edge) => edge.from !== id || exits.has(edge.exit)) };
}

export function renameNode(document: JourneyDocument, id: NodeId, name: string): JourneyDocument {
  return changeNode(document, id, { name });
}

/** Rounded to whole pixels: finer is noise in a file that people compare. Adding 0 keeps -0 out of it. */
export function nudgeNode(document: JourneyDocument, id: NodeId, { x, y }: Nudge): JourneyDocument {
  return changeNode(document, id, { nudge: { x: Math.round(x) + 0, y: Math.round(y) + 0 } });
}

/** Drops every nudge, so that the automatic layout places all nodes again. */
export function tidy(document: JourneyDocument): JourneyDocument {
  if (document.nodes.every((node) => node.nudge === undefined)) return document;
  return { ...document, nodes: document.nodes.map(({ nudge: _nudge, ...node }) => node) };
}
