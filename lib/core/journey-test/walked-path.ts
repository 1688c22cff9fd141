// From the decisions of a run to the nodes the customer came to, and the exits by which they left.
import type { NodeId } from '../engine/program';
import type { ReasonCode } from '../engine/reason';
import type { JourneyDocument } from '../journey/document';
import { exitsOf, findNode } from '../journey/graph';
import type { TracePlace, TraceStep } from './trace';

/** After these the customer stands where they stood: the next decision at the node belongs to the same visit. */
const STAYING: readonly ReasonCode[] = ['delay-started', 'wait-started'];
/** These say how a passage ended, not what a node did. */
const ENDING: readonly ReasonCode[] = ['path-ended', 'too-many-steps', 'node-missing'];

const EXIT_OF: Partial<Record<ReasonCode, string>> = {
  'event-happened': 'happened',
  'wait-timed-out': 'timeout',
  'no-branch-matched': 'otherwise',
};

interface Visit {
  readonly node: NodeId;
  /** The last decision that was taken there. */
  step: number;
  /** Where the customer went from there: null is out of the journey, undefined nowhere yet. */
  next: NodeId | null | undefined;
}

/** @returns the places in the order in which they were come to, over all passages */
export function walkedPath(document: JourneyDocument, steps: readonly TraceStep[]): TracePlace[] {
  return visitsOf(steps).map(({ node, step, next }) => {
    const exit = next === undefined ? null : exitTaken(document, node, next, steps[step]);
    return { node, exit, step };
  });
}

function visitsOf(steps: readonly TraceStep[]): Visit[] {
  const visits: Visit[] = [];
  const open = new Map<number, Visit>();
  steps.forEach(({ nodeId, code, passage }, step) => {
    if (passage === null || nodeId === null) return;
    const here = open.get(passage);
    const before = here && steps[here.step];
    if (here && ENDING.includes(code)) here.next = null;
    else if (here?.node === nodeId && before && STAYING.includes(before.code)) here.step = step;
    else {
      const visit = { node: nodeId, step, next: undefined };
      if (here) here.next = nodeId;
      visits.push(visit);
      open.set(passage, visit);
    }
  });
  return visits;
}

/** Decisions name an exit in their own way; where a name fits none, the line that was followed tells. */
function exitTaken(
  document: JourneyDocument,
  id: NodeId,
  next: NodeId | null,
  step: TraceStep | undefined,
): string | null {
  const node = findNode(document, id);
  if (node === undefined || step === undefined) return null;
  const leadsTo = (exit: string) =>
    document.edges.find((edge) => edge.from === id && edge.exit === exit)?.to ?? null;
  const fitting = exitsOf(node).filter((exit) => leadsTo(exit.id) === next);
  const named = node.type === 'branch' ? node.data.branches : [];
  const words = Object.values(step.inputs);
  const said = fitting.find(
    (exit) =>
      EXIT_OF[step.code] === exit.id ||
      words.includes(exit.id) ||
      named.some((branch) => branch.id === exit.id && branch.name !== '' && words.includes(branch.name)),
  );
  return (said ?? fitting[0])?.id ?? null;
}
