// Problems of the drawing as a graph of names: ids used twice, edges that begin or end where nothing is.
import type { NodeId } from '../engine/program';
import type { Edge, JourneyDocument, JourneyNode } from './document';
import { exitsOf, isEntry } from './graph';
import type { Problem } from './problem';

type Nodes = ReadonlyMap<NodeId, JourneyNode>;

function duplicateNodes({ nodes }: JourneyDocument): Problem[] {
  const seen = new Set<NodeId>();
  return nodes.flatMap(({ id }) => {
    if (!seen.has(id)) {
      seen.add(id);
      return [];
    }
    return [{ code: 'duplicate-node', grade: 'error', nodeId: id, field: null }];
  });
}

function edgeProblem(edge: Edge, nodes: Nodes): Problem[] {
  const tail = nodes.get(edge.from);
  const head = nodes.get(edge.to);
  const params = { exit: edge.exit };
  if (tail === undefined || head === undefined || exitsOf(tail).every(({ id }) => id !== edge.exit)) {
    const nodeId = tail?.id ?? head?.id ?? null;
    return [{ code: 'edge-to-nowhere', grade: 'error', nodeId, field: null, params }];
  }
  return isEntry(head)
    ? [{ code: 'edge-into-trigger', grade: 'error', nodeId: head.id, field: null, params }]
    : [];
}

function duplicateEdges({ edges }: JourneyDocument, nodes: Nodes): Problem[] {
  const seen = new Set<string>();
  const drawn = edges.filter(({ from }) => nodes.has(from));
  return drawn.flatMap(({ from, exit }) => {
    const place = JSON.stringify([from, exit]);
    if (!seen.has(place)) {
      seen.add(place);
      return [];
    }
    return [{ code: 'duplicate-edge', grade: 'error', nodeId: from, field: null, params: { exit } }];
  });
}

/** Errors by which a drawing names something twice or something that is not there. */
export function structureProblems(document: JourneyDocument): Problem[] {
  const nodes: Nodes = new Map(document.nodes.map((node) => [node.id, node]));
  return [
    ...duplicateNodes(document),
    ...document.edges.flatMap((edge) => edgeProblem(edge, nodes)),
    ...duplicateEdges(document, nodes),
  ];
}
