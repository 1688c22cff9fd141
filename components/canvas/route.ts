// The path of a line: straight runs with round corners, out of a box, past the line's label, along its lane, into the next box.
import type { Course, Point } from './layout';

/** How far a line runs straight out of a box before it may turn, and back into one. */
const STUB = 14;
const CORNER = 10;

/** The corners of a line between two boxes, with no two alike and no three on one straight. */
export function corners(start: Point, end: Point, course: Course): Point[] {
  const { label, pastY, laneX } = course;
  const out = start.y + STUB;
  const into = end.y - STUB;
  return straighten([
    start,
    { x: start.x, y: out },
    { x: label.x, y: out },
    { x: label.x, y: pastY },
    { x: laneX, y: pastY },
    { x: laneX, y: into },
    { x: end.x, y: into },
    end,
  ]);
}

function straighten(points: readonly Point[]): Point[] {
  const kept: Point[] = [];
  for (const point of points) {
    const last = kept.at(-1);
    if (last && last.x === point.x && last.y === point.y) continue;
    const before = kept.at(-2);
    if (last && before && isStraight(before, last, point)) kept.pop();
    kept.push(point);
  }
  return kept;
}

function isStraight(a: Point, b: Point, c: Point): boolean {
  return (a.x === b.x && b.x === c.x) || (a.y === b.y && b.y === c.y);
}

/** SVG path data through the corners. */
export function pathThrough(points: readonly Point[]): string {
  return points.map((point, index) => turn(points[index - 1], point, points[index + 1])).join(' ');
}

function turn(before: Point | undefined, corner: Point, after: Point | undefined): string {
  if (!before) return `M${corner.x} ${corner.y}`;
  if (!after) return `L${corner.x} ${corner.y}`;
  const start = towards(corner, before);
  const end = towards(corner, after);
  return `L${start.x} ${start.y} Q${corner.x} ${corner.y} ${end.x} ${end.y}`;
}

/** The spot on the way from a corner where its rounding begins; half-way at most, so that roundings never overlap. */
function towards(corner: Point, other: Point): Point {
  const length = Math.hypot(other.x - corner.x, other.y - corner.y);
  const share = Math.min(CORNER, length / 2) / length;
  return { x: corner.x + (other.x - corner.x) * share, y: corner.y + (other.y - corner.y) * share };
}
