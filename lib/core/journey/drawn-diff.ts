// The difference between two drawings as one drawing: what is there now, what is gone, and a mark at all that differs.
import type { NodeId } from '../engine/program';
import { type JourneyDiff, journeyDiff } from './diff';
import type { Edge, JourneyDocument } from './document';

export type DiffMark = 'added' | 'changed' | 'removed';

export interface DrawnDiff {
  /** Everything of both, each card at its automatic place; where both draw a node, it is the newer one. */
  readonly document: JourneyDocument;
  readonly diff: JourneyDiff;
  readonly nodeMarks: ReadonlyMap<NodeId, DiffMark>;
  /** By `edgeKey`. */
  readonly edgeMarks: ReadonlyMap<string, Exclude<DiffMark, 'changed'>>;
}

export const edgeKey = ({ from, exit, to }: Edge): string => `${from} ${exit} ${to}`;

export function drawnDiff(before: JourneyDocument, after: JourneyDocument): DrawnDiff {
  const diff = journeyDiff(before, after);
  const nodes = [...after.nodes, ...diff.removed].map(({ nudge: _nudge, ...node }) => node);
  return {
    document: { ...after, nodes, edges: [...after.edges, ...diff.disconnected] },
    diff,
    nodeMarks: new Map([
      ...diff.added.map(({ id }) => [id, 'added'] as const),
      ...diff.changed.map(({ after: { id } }) => [id, 'changed'] as const),
      ...diff.removed.map(({ id }) => [id, 'removed'] as const),
    ]),
    edgeMarks: new Map([
      ...diff.connected.map((edge) => [edgeKey(edge), 'added'] as const),
      ...diff.disconnected.map((edge) => [edgeKey(edge), 'removed'] as const),
    ]),
  };
}

/** Whether the drawings mean the same. */
export function isSameDrawing({ nodeMarks, edgeMarks, diff }: DrawnDiff): boolean {
  return nodeMarks.size + edgeMarks.size + diff.settings.length === 0;
}
