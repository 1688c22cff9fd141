// Places the boxes of a drawing top-down, so that nobody has to arrange a journey by hand.
import { Graph, layout as runDagre } from '@dagrejs/dagre';
import { backLines } from './back-lines';
import { coursesOf, type PlacedLine } from './courses';
import type { Wall } from './free-lane';
import { readingOrder } from './reading-order';

export interface Point {
  readonly x: number;
  readonly y: number;
}

export interface Size {
  readonly width: number;
  readonly height: number;
}

export interface Box extends Size {
  readonly id: string;
}

/** A way from one box to another. `label` is the room its text and plus button need half-way. */
export interface Line {
  readonly id: string;
  readonly from: string;
  readonly to: string;
  readonly label: Size;
}

export interface Layout {
  /** Top left corners, by box. */
  readonly boxes: ReadonlyMap<string, Point>;
  /** How each line runs, by line. */
  readonly lines: ReadonlyMap<string, Course>;
}

/** A line runs under its box to its label, straight past the row of labels, then along a free lane to the next box. */
export interface Course {
  readonly label: Point;
  readonly pastY: number;
  readonly laneX: number;
}

/** Between two boxes side by side, and between a box and the label under it. */
const BESIDE = 36;
const BELOW = 22;

/** Boxes keep their order and lines theirs: the first exit of a branch is always the leftmost path. */
export function layout(boxes: readonly Box[], lines: readonly Line[]): Layout {
  const graph = new Graph({ multigraph: true });
  graph.setGraph({
    rankdir: 'TB',
    nodesep: BESIDE,
    edgesep: BESIDE,
    ranksep: BELOW,
    ranker: 'network-simplex',
  });
  for (const { id, width, height } of boxes) graph.setNode(id, { width, height });
  const ids = boxes.map(({ id }) => id);
  const back = backLines(ids, lines);
  addLines(graph, lines, back);
  const rankOfLine = new Map(lines.map((line, index) => [line.id, index]));
  runDagre(graph, { customOrder: (layered) => readingOrder(layered, rankOfLine) });
  return read(graph, boxes, lines, back);
}

/** A label is a box of its own, held close under its line's start, so that the texts of a branch stand in one row. */
function addLines(graph: Graph, lines: readonly Line[], back: ReadonlySet<string>): void {
  const forward = lines.filter(({ id }) => !back.has(id));
  const waysInto = new Map<string, number>();
  for (const { to } of forward) waysInto.set(to, (waysInto.get(to) ?? 0) + 1);
  for (const { id, from, label } of lines) {
    graph.setNode(labelOf(id), { width: label.width, height: label.height });
    graph.setEdge(from, labelOf(id), { weight: 100 }, id);
  }
  for (const { id, to } of forward) {
    // A step belongs close under its only way in; a join waits below the longest of its ways.
    graph.setEdge(labelOf(id), to, { weight: waysInto.get(to) === 1 ? 50 : 1 }, id);
  }
}

const labelOf = (line: string): string => `label of ${line}`;

function read(
  graph: Graph,
  boxes: readonly Box[],
  lines: readonly Line[],
  back: ReadonlySet<string>,
): Layout {
  settle(graph, boxes);
  const placed = new Map<string, Point>();
  for (const { id, width, height } of boxes) {
    const centre = graph.node(id);
    placed.set(id, { x: Math.round(centre.x - width / 2), y: Math.round(centre.y - height / 2) });
  }
  const walls = boxes.map(({ id, width, height }) => wallOf(graph, id, { width, height }));
  const ways = lines.map((line) => placedLine(graph, line, back.has(line.id)));
  return { boxes: placed, lines: coursesOf(walls, ways, BELOW) };
}

/** The first box stays where it is, whatever is drawn beside and below it: the drawing grows, it does not jump. */
function settle(graph: Graph, [first]: readonly Box[]): void {
  if (!first) return;
  const { x, y } = graph.node(first.id);
  const shift = ({ x: left, y: top }: Point): Point => ({ x: left - Math.round(x), y: top - Math.round(y) });
  for (const id of graph.nodes()) Object.assign(graph.node(id), shift(graph.node(id)));
  for (const edge of graph.edges()) {
    const way: { points: Point[] } = graph.edge(edge);
    way.points = way.points.map(shift);
  }
}

function wallOf(graph: Graph, id: string, { width, height }: Size): Wall {
  const { x, y } = graph.node(id);
  return { x, y, width, height };
}

function placedLine(graph: Graph, { id, to, label }: Line, isBack: boolean): PlacedLine {
  const end: Size = graph.node(to);
  const course: { points: Point[] } | undefined = isBack ? undefined : graph.edge(labelOf(id), to, id);
  // dagre's first and last point stand on the boxes; what is between them are the free spots it kept in each row.
  const wishes = course ? course.points.slice(1, -1).map(({ x }) => x) : [];
  return { id, label: wallOf(graph, labelOf(id), label), to: wallOf(graph, to, end), wishes, isBack };
}
