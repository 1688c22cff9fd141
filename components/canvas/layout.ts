// Places the boxes of a drawing top-down, so that nobody has to arrange a journey by hand.
import { Graph, layout as runDagre } from '@dagrejs/dagre';
import { freeLane, type Wall } from './free-lane';
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
/** What a lane keeps clear of, left and right of a box together. */
const STANDOFF = 24;

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
  addLines(graph, lines);
  const rankOfLine = new Map(lines.map((line, index) => [line.id, index]));
  runDagre(graph, { customOrder: (layered) => readingOrder(layered, rankOfLine) });
  return read(graph, boxes, lines);
}

/** A label is a box of its own, held close under its line's start, so that the texts of a branch stand in one row. */
function addLines(graph: Graph, lines: readonly Line[]): void {
  const waysInto = new Map<string, number>();
  for (const { to } of lines) waysInto.set(to, (waysInto.get(to) ?? 0) + 1);
  for (const { id, from, to, label } of lines) {
    graph.setNode(labelOf(id), { width: label.width, height: label.height });
    graph.setEdge(from, labelOf(id), { weight: 100 }, id);
    // A step belongs close under its only way in; a join waits below the longest of its ways.
    graph.setEdge(labelOf(id), to, { weight: waysInto.get(to) === 1 ? 50 : 1 }, id);
  }
}

const labelOf = (line: string): string => `label of ${line}`;

function read(graph: Graph, boxes: readonly Box[], lines: readonly Line[]): Layout {
  const placed = new Map<string, Point>();
  for (const { id, width, height } of boxes) {
    const centre = graph.node(id);
    placed.set(id, { x: Math.round(centre.x - width / 2), y: Math.round(centre.y - height / 2) });
  }
  return { boxes: placed, lines: coursesOf(graph, boxes, lines) };
}

function coursesOf(graph: Graph, boxes: readonly Box[], lines: readonly Line[]): Map<string, Course> {
  const tallest = new Map<number, number>();
  for (const { id, label } of lines) {
    const { y } = graph.node(labelOf(id));
    tallest.set(y, Math.max(tallest.get(y) ?? 0, label.height));
  }
  const walls = boxes.map(({ id, width }): Wall => ({ ...graph.node(id), width: width + STANDOFF }));
  return new Map(
    lines.map((line) => {
      const { x, y } = graph.node(labelOf(line.id));
      const pastY = Math.round(y + (tallest.get(y) ?? 0) / 2 + BELOW / 3);
      // dagre's first and last point stand on the boxes; what is between them are the free spots it kept in each row.
      const { points }: { points: Point[] } = graph.edge(labelOf(line.id), line.to, line.id);
      const spots = points.slice(1, -1);
      const laneX = freeLane([x, ...spots.map((spot) => spot.x)], pastY, graph.node(line.to).y, walls);
      return [line.id, { label: { x: Math.round(x), y: Math.round(y) }, pastY, laneX: Math.round(laneX) }];
    }),
  );
}
