// The projection of a compared drawing onto React Flow: the cards and lines of the canvas, each with its mark.
import type { Edge as FlowEdge, Node as FlowNode } from '@xyflow/react';
import { toFlow, type WayData } from '@/components/canvas/flow';
import type { JourneyNode } from '@/lib/core/journey/document';
import { type DiffMark, type DrawnDiff, edgeKey } from '@/lib/core/journey/drawn-diff';

export type DiffStep = FlowNode<{ readonly node: JourneyNode; readonly mark: DiffMark | null }, 'diff-step'>;

/** Where an exit leads nowhere. */
type DiffEnd = FlowNode<Record<string, never>, 'diff-end'>;

export type DiffCard = DiffStep | DiffEnd;

interface DiffWayData extends WayData {
  readonly node: JourneyNode | undefined;
  readonly mark: DiffMark | null;
}
export type DiffWay = FlowEdge<DiffWayData, 'diff-way'>;

export interface DiffFlow {
  readonly nodes: DiffCard[];
  readonly edges: DiffWay[];
}

export function diffFlow({ document, nodeMarks, edgeMarks }: DrawnDiff): DiffFlow {
  const flow = toFlow(document, false);
  const known = new Map(document.nodes.map((node) => [node.id, node]));
  const nodes = flow.nodes.map((shown): DiffCard => {
    const { type, data, ...frame } = shown;
    if (type !== 'step') return { ...frame, type: 'diff-end', data: {} };
    const { node } = data;
    return { ...frame, type: 'diff-step', data: { node, mark: nodeMarks.get(node.id) ?? null } };
  });
  const edges = flow.edges.map(({ data, ...way }): DiffWay => {
    const { from, exit, to } = data;
    const mark = to === null ? null : (edgeMarks.get(edgeKey({ from, exit: exit.id, to })) ?? null);
    return { ...way, type: 'diff-way', data: { ...data, node: known.get(from), mark } };
  });
  return { nodes, edges };
}
