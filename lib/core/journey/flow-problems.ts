// Problems of how customers flow through the drawing: no way in, no way to a node, no way on.
import type { NodeId } from '../engine/program';
import { nodeOf } from '../nodes/registry';
import type { JourneyDocument, JourneyNode } from './document';
import { exitsOf, isEntry, leavesBy } from './graph';
import type { Problem } from './problem';

function reachable({ nodes, edges }: JourneyDocument): ReadonlySet<NodeId> {
  const reached = new Set(nodes.filter(isEntry).map(({ id }) => id));
  for (const id of reached) {
    for (const edge of edges) if (edge.from === id) reached.add(edge.to);
  }
  return reached;
}

function unreachableNodes(document: JourneyDocument): Problem[] {
  const reached = reachable(document);
  return document.nodes
    .filter(({ id }) => !reached.has(id))
    .map(({ id }) => ({ code: 'unreachable-node', grade: 'error', nodeId: id, field: null }));
}

function openExits(node: JourneyNode, { edges }: JourneyDocument): Problem[] {
  const exits = exitsOf(node);
  const open = exits.filter(({ id }) => !edges.some(leavesBy({ from: node.id, exit: id })));
  const required = open.filter((exit) => exit.required);
  const problems = required.map(({ id, problem = 'exit-not-connected' }): Problem => {
    return { code: problem, grade: 'error', nodeId: node.id, field: null, params: { exit: id } };
  });
  // Waiting for nothing hurts nobody, but is hardly what was meant.
  const isIdleWait = nodeOf(node.type).waits && open.length === exits.length;
  return isIdleWait
    ? [...problems, { code: 'exit-not-connected', grade: 'warning', nodeId: node.id, field: null }]
    : problems;
}

/** Missing triggers, nodes no customer can get to, and exits that must lead somewhere and do not. */
export function flowProblems(document: JourneyDocument): Problem[] {
  const exits = document.nodes.flatMap((node) => openExits(node, document));
  if (!document.nodes.some(isEntry)) {
    return [{ code: 'no-trigger', grade: 'error', nodeId: null, field: null }, ...exits];
  }
  return [...unreachableNodes(document), ...exits];
}
