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

/**
 * The course of a line whose boxes were moved from where the layout has them: the label goes with the box it stands
 * right above or below, and half-way where it stands above or below neither.
 */
export function follow(course: Course, start: Shift, end: Shift): Course {
  const x = sideways(course.label.x, start, end);
  const down = (start.to.y - start.from.y + end.to.y - end.from.y) / 2;
  const isStraight = course.laneX === course.label.x;
  return {
    label: { x: course.label.x + x, y: course.label.y + down },
    pastY: course.pastY + down,
    laneX: isStraight ? course.laneX + x : course.laneX,
  };
}

/** One end of a line: where the layout has it, and where it is. */
export interface Shift {
  readonly from: Point;
  readonly to: Point;
}

function sideways(x: number, start: Shift, end: Shift): number {
  const byStart = start.to.x - start.from.x;
  const byEnd = end.to.x - end.from.x;
  if (Math.abs(x - end.from.x) < 1) return byEnd;
  return Math.abs(x - start.from.x) < 1 ? byStart : (byStart + byEnd) / 2;
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
  // Half-way at most on either side, so that the roundings of neighbouring corners never overlap.
  const radius = Math.min(CORNER, lengthOf(corner, before) / 2, lengthOf(corner, after) / 2);
  const start = towards(corner, before, radius);
  const end = towards(corner, after, radius);
  return `L${start.x} ${start.y} Q${corner.x} ${corner.y} ${end.x} ${end.y}`;
}

const lengthOf = (a: Point, b: Point): number => Math.abs(a.x - b.x) + Math.abs(a.y - b.y);

function towards(corner: Point, other: Point, distance: number): Point {
  return {
    x: corner.x + Math.sign(other.x - corner.x) * distance,
    y: corner.y + Math.sign(other.y - corner.y) * distance,
  };
}
