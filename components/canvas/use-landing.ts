// Dropping a type from the palette: it lands at the plus nearest to the pointer, so nobody has to aim.
'use client';

import { useReactFlow } from '@xyflow/react';
import type { DragEvent } from 'react';
import type { ExitRef } from '@/lib/core/journey/graph';
import { type NodeType, nodeOf } from '@/lib/core/nodes/registry';
import { plusMiddle } from './card-size';
import type { Flow, WayEdge } from './flow';
import { addStep, mayAdd } from './steps';
import { carry } from './studio';
import { useStudioStore } from './studio-context';
import { wayId } from './ways';

/** How far from a plus, in pixels of the drawing, a step still finds it. */
const REACH = 180;

export function useLanding(flow: Flow) {
  const store = useStudioStore();
  const { screenToFlowPosition } = useReactFlow();
  const wayUnder = (event: DragEvent, carried: NodeType): WayEdge | null => {
    const point = screenToFlowPosition({ x: event.clientX, y: event.clientY });
    const studio = store.read();
    const near = flow.edges
      .filter(({ data }) => mayAdd(studio, carried, exitOf(data)))
      .map((way) => ({ way, distance: distanceTo(way, flow, point) }))
      .sort((a, b) => a.distance - b.distance)[0];
    return near && near.distance <= REACH ? near.way : null;
  };
  const stop = () => store.update(carry(null));
  return {
    onDragOver: (event: DragEvent) => {
      const { carried } = store.read();
      if (carried === null) return;
      const way = wayUnder(event, carried);
      const isTaken = way !== null || nodeOf(carried).family === 'entry';
      if (isTaken) event.preventDefault();
      store.update(carry(carried, way && wayId(way.data.from, way.data.exit.id)));
    },
    onDragLeave: (event: DragEvent) => {
      const isInside =
        event.relatedTarget instanceof Node && event.currentTarget.contains(event.relatedTarget);
      if (!isInside) store.update(carry(store.read().carried));
    },
    onDrop: (event: DragEvent) => {
      const { carried } = store.read();
      if (carried === null) return;
      event.preventDefault();
      const way = wayUnder(event, carried);
      stop();
      store.update(addStep(carried, way && exitOf(way.data)));
    },
  };
}

const exitOf = ({ from, exit }: WayEdge['data']): ExitRef => ({ from, exit: exit.id });

/** To the plus: on the line, or at its open end. Close enough where cards were nudged, too. */
function distanceTo({ data, target }: WayEdge, flow: Flow, point: { x: number; y: number }): number {
  const end = data.isOpen ? flow.nodes.find(({ id }) => id === target) : undefined;
  const plus = end
    ? { x: end.position.x + (end.width ?? 0) / 2, y: end.position.y + plusMiddle }
    : { x: data.course.label.x, y: data.course.label.y };
  return Math.hypot(plus.x - point.x, plus.y - point.y);
}
