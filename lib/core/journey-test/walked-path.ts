// From the decisions of a run to the nodes the customer came to, and the exits by which they left.
import type { NodeId } from '../engine/program';
import type { ReasonCode } from '../engine/reason';
import type { JourneyDocument } from '../journey/document';
import type { TracePlace, TraceStep } from './trace';

/** These say what became of a passage, not what a node did. */
const ASIDE: readonly ReasonCode[] = [
  'path-ended',
  'too-many-steps',
  'node-missing',
  'goal-reached',
  'exit-rule-met',
  'emit-loop-stopped',
];

export const isAside = (code: ReasonCode): boolean => ASIDE.includes(code);

interface Visit {
  readonly node: NodeId;
  exit: string | null;
  /** The last decision that was taken there. */
  step: number;
}

/** @returns the places in the order in which they were come to, over all passages */
export function walkedPath({ edges }: JourneyDocument, steps: readonly TraceStep[]): TracePlace[] {
  const loops = new Set(edges.filter(({ from, to }) => from === to).map(({ from }) => from));
  const visits: Visit[] = [];
  const open = new Map<number, Visit>();
  steps.forEach(({ nodeId, code, passage, exit }, step) => {
    if (passage === null || nodeId === null || isAside(code)) return;
    const here = open.get(passage);
    // Of two decisions at one node: one that does not lead to itself was never left between them.
    const isSame = here?.node === nodeId && (steps[here.step]?.isWait === true || !loops.has(nodeId));
    if (here && isSame) {
      here.step = step;
      here.exit ??= exit;
      return;
    }
    const visit = { node: nodeId, exit, step };
    visits.push(visit);
    open.set(passage, visit);
  });
  return visits;
}
