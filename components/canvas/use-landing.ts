// Dropping a type from the palette: it lands at the plus nearest to the pointer, so nobody has to aim.
'use client';

import { useReactFlow } from '@xyflow/react';
import type { DragEvent } from 'react';
import { type NodeType, nodeOf } from '@/lib/core/nodes/registry';
import type { Flow, WayEdge } from './flow';
import { exitOf, nearestWay } from './nearest-way';
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
    return nearestWay(flow, point, REACH, ({ data }) => mayAdd(studio, carried, exitOf(data)));
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
