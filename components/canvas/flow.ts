// The projection of a document onto React Flow and back. The document is ours; React Flow only ever sees this.
import { type Edge as FlowEdge, type Node as FlowNode, Position, type XYPosition } from '@xyflow/react';
import type { NodeId } from '@/lib/core/engine/program';
import type { Edge, JourneyDocument, JourneyNode } from '@/lib/core/journey/document';
import type { Exit } from '@/lib/core/nodes/define-node';
import { cardSize, openExitSize, plusMiddle } from './card-size';
import type { Course, Layout, Size } from './layout';
import { arrange, openExitId, targetOf, type Way, waysOf } from './ways';

/** A node of the document. `place` is where the layout puts it; what it stands off from there is its nudge. */
export type StepNode = FlowNode<{ readonly node: JourneyNode; readonly place: XYPosition }, 'step'>;

/** Stands where an exit leads nowhere, so that a step can be put there. */
export type OpenExitNode = FlowNode<{ readonly from: NodeId; readonly exit: Exit }, 'open-exit'>;

export type CanvasNode = StepNode | OpenExitNode;

export interface WayData extends Record<string, unknown>, Way {
  readonly course: Course;
  /** Where the layout has both ends, so that a way follows cards that were moved from there. */
  readonly start: XYPosition;
  readonly end: XYPosition;
}
export type WayEdge = FlowEdge<WayData, 'way'> & { data: WayData };

export interface Flow {
  readonly nodes: CanvasNode[];
  readonly edges: WayEdge[];
}

/** What is drawn of a document. `isCounted` gives every card room for live counts; `arranging` may remember a layout. */
export function toFlow(document: JourneyDocument, isCounted: boolean, arranging = arrange): Flow {
  const ways = waysOf(document);
  const drawn = arranging(document, ways, isCounted);
  const size = cardSize(isCounted);
  const cards = document.nodes.map((node) => stepOf(node, at(drawn, node.id), size));
  const nudges = new Map(document.nodes.map((node) => [node.id, node.nudge]));
  const open = new Map(ways.filter((way) => way.isOpen).map((way) => [targetOf(way), way]));
  const ends = [...open].map(([id, { from, exit }]) =>
    openExitOf(from, exit, moved(at(drawn, id), nudges.get(from))),
  );
  return { nodes: [...cards, ...ends], edges: ways.map((way) => wayOf(way, drawn, size)) };
}

/** The document a projection shows: the inverse of `toFlow`. */
export function fromFlow(flow: Flow, settings: JourneyDocument['settings']): JourneyDocument {
  const nodes = flow.nodes.flatMap((shown) => (shown.type === 'step' ? [nodeOf(shown)] : []));
  const edges = flow.edges.flatMap(({ data: { from, exit, to } }): Edge[] =>
    to === null ? [] : [{ from, exit: exit.id, to }],
  );
  return { format: 1, nodes, edges, settings };
}

/** How far a card stands from its automatic place. */
export function nudgeOf({ position, data: { place } }: Pick<StepNode, 'position' | 'data'>): XYPosition {
  return { x: position.x - place.x, y: position.y - place.y };
}

function nodeOf(card: StepNode): JourneyNode {
  const { node, place } = card.data;
  const known = moved(place, node.nudge);
  if (known.x === card.position.x && known.y === card.position.y) return node;
  return { ...node, nudge: nudgeOf(card) };
}

const nowhere: XYPosition = { x: 0, y: 0 };
const at = (drawn: Layout, id: string): XYPosition => drawn.boxes.get(id) ?? nowhere;
const moved = (point: XYPosition, by: XYPosition = nowhere): XYPosition => ({
  x: point.x + by.x,
  y: point.y + by.y,
});

/** Named sizes and handles spare React Flow all measuring: lines are there in the first frame and never jump. */
function frame({ width, height }: Size, sourceY = height - 1) {
  const handle = { width: 1, height: 1, x: width / 2 - 0.5 };
  return {
    width,
    height,
    measured: { width, height },
    handles: [
      { ...handle, type: 'target' as const, position: Position.Top, y: 0 },
      { ...handle, type: 'source' as const, position: Position.Bottom, y: sourceY },
    ],
  };
}

function stepOf(node: JourneyNode, place: XYPosition, size: Size): StepNode {
  return {
    id: node.id,
    type: 'step',
    position: moved(place, node.nudge),
    data: { node, place },
    ...frame(size),
  };
}

function openExitOf(from: NodeId, exit: Exit, position: XYPosition): OpenExitNode {
  const id = openExitId(from, exit.id);
  return {
    id,
    type: 'open-exit',
    position,
    data: { from, exit },
    draggable: false,
    ...frame(openExitSize, plusMiddle),
  };
}

function wayOf(way: Way, drawn: Layout, size: Size): WayEdge {
  const from = at(drawn, way.from);
  const to = at(drawn, targetOf(way));
  const start = { x: from.x + size.width / 2, y: from.y + size.height };
  const end = { x: to.x + (way.isOpen ? openExitSize : size).width / 2, y: to.y };
  const course = drawn.lines.get(way.id) ?? { label: start, pastY: start.y, laneX: start.x };
  return {
    id: way.id,
    type: 'way',
    source: way.from,
    target: targetOf(way),
    data: { ...way, course, start, end },
    reconnectable: way.isOpen ? false : 'target',
  };
}
