// Loops that nothing ever slows down: a customer would run round in them for ever.
import type { NodeId } from '../engine/program';
import type { JourneyDocument } from './document';
import { isEntry, isPaced } from './graph';
import type { Problem } from './problem';

type Nexts = ReadonlyMap<NodeId, readonly NodeId[]>;

/** Where each node leads to without a wait; triggers, which nothing may lead to, and last nodes are left out. */
function nextsOf({ nodes, edges }: JourneyDocument): Nexts {
  const rushing = new Set(nodes.filter((node) => !isPaced(node) && !isEntry(node)).map(({ id }) => id));
  const nexts = new Map<NodeId, NodeId[]>();
  for (const { from, to } of edges) {
    if (rushing.has(from) && rushing.has(to)) nexts.set(from, [...(nexts.get(from) ?? []), to]);
  }
  return nexts;
}

/** The shortest way from a node back to itself, breadth first; empty where there is none. */
function loopThrough(start: NodeId, nexts: Nexts): NodeId[] {
  const cameFrom = new Map<NodeId, NodeId>();
  const reached = new Set([start]);
  for (const id of reached) {
    for (const next of nexts.get(id) ?? []) {
      if (next === start) return wayTo(id, cameFrom);
      if (!reached.has(next)) cameFrom.set(next, id);
      reached.add(next);
    }
  }
  return [];
}

function wayTo(last: NodeId, cameFrom: ReadonlyMap<NodeId, NodeId>): NodeId[] {
  const way: NodeId[] = [];
  for (let id: NodeId | undefined = last; id !== undefined; id = cameFrom.get(id)) way.unshift(id);
  return way;
}

/** One problem per loop, at the node whose edge was drawn first; `nodes` names all of them in order. */
export function cycleProblems(document: JourneyDocument): Problem[] {
  const nexts = nextsOf(document);
  const labels = new Map(document.nodes.map((node) => [node.id, node.name || node.type]));
  const named = new Set<NodeId>();
  const problems: Problem[] = [];
  for (const start of nexts.keys()) {
    const loop = named.has(start) ? [] : loopThrough(start, nexts);
    if (loop.length === 0 || loop.some((id) => named.has(id))) continue;
    for (const id of loop) named.add(id);
    const nodes = [...loop, start].map((id) => labels.get(id)).join(' → ');
    problems.push({
      code: 'cycle-without-wait',
      grade: 'error',
      nodeId: start,
      field: null,
      params: { nodes },
    });
  }
  return problems;
}
