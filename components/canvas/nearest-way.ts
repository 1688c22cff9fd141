// The plus nearest to a point, so that nobody who drops something has to aim.
import type { ExitRef } from '@/lib/core/journey/graph';
import { plusMiddle } from './card-size';
import type { Flow, WayEdge } from './flow';
import type { Point } from './layout';

export const exitOf = ({ from, exit }: WayEdge['data']): ExitRef => ({ from, exit: exit.id });

/** Within `reach`, in pixels of the drawing; null where none of those that are wanted is as near. */
export function nearestWay(
  flow: Flow,
  point: Point,
  reach: number,
  isWanted: (way: WayEdge) => boolean,
): WayEdge | null {
  const near = flow.edges
    .filter(isWanted)
    .map((way) => ({ way, distance: distanceTo(way, flow, point) }))
    .sort((a, b) => a.distance - b.distance)[0];
  return near && near.distance <= reach ? near.way : null;
}

/** To the plus: on the line, or at its open end. Close enough where cards were nudged, too. */
function distanceTo({ data, target }: WayEdge, flow: Flow, point: Point): number {
  const end = data.isOpen ? flow.nodes.find(({ id }) => id === target) : undefined;
  const plus = end
    ? { x: end.position.x + (end.width ?? 0) / 2, y: end.position.y + plusMiddle }
    : { x: data.course.label.x, y: data.course.label.y };
  return Math.hypot(plus.x - point.x, plus.y - point.y);
}
