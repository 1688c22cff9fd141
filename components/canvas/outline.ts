// A drawing as an indented list: every step once, below what leads to it, joins and loops as mentions.
import type { NodeId } from '@/lib/core/engine/program';
import type { JourneyDocument, JourneyNode } from '@/lib/core/journey/document';
import { type ExitRef, exitsOf, isEntry } from '@/lib/core/journey/graph';

export type OutlineRow = { readonly depth: number; readonly key: string } & (
  | { readonly kind: 'step'; readonly node: JourneyNode }
  /** The name of a path, above the steps on it. */
  | { readonly kind: 'exit'; readonly after: ExitRef; readonly node: JourneyNode }
  /** A path that goes on at a step listed elsewhere. */
  | { readonly kind: 'goes-on'; readonly node: JourneyNode }
  /** A path that leads nowhere. */
  | { readonly kind: 'open'; readonly after: ExitRef; readonly isRequired: boolean }
);

/** Depth first in the order of exits. A step with one exit does not indent what follows; a branch does. */
export function outlineOf(document: JourneyDocument): OutlineRow[] {
  const nodes = new Map(document.nodes.map((node) => [node.id, node]));
  const nexts = new Map(document.edges.map(({ from, exit, to }) => [`${from} ${exit}`, to]));
  const listed = new Set<NodeId>();
  const rows: OutlineRow[] = [];

  function follow(after: ExitRef, isRequired: boolean, depth: number): void {
    const to = nexts.get(`${after.from} ${after.exit}`);
    const next = to && nodes.get(to);
    const key = `${after.from} ${after.exit}`;
    if (!next) rows.push({ kind: 'open', depth, key: `${key} open`, after, isRequired });
    else if (listed.has(next.id)) rows.push({ kind: 'goes-on', depth, key: `${key} on`, node: next });
    else list(next, depth);
  }

  function list(node: JourneyNode, depth: number): void {
    listed.add(node.id);
    rows.push({ kind: 'step', depth, key: node.id, node });
    const exits = exitsOf(node);
    for (const { id, required = false } of exits) {
      const after = { from: node.id, exit: id };
      if (exits.length > 1) {
        rows.push({ kind: 'exit', depth: depth + 1, key: `${node.id} ${id}`, after, node });
        follow(after, required, depth + 2);
      } else follow(after, required, depth);
    }
  }

  for (const node of [...document.nodes.filter(isEntry), ...document.nodes]) {
    if (!listed.has(node.id)) list(node, 0);
  }
  return rows;
}
