// Dragging cards: while it lasts only their places on screen change; letting go is the edit. On a plus, they join its line.
'use client';

import { type NodeChange, type OnNodeDrag, useReactFlow, type XYPosition } from '@xyflow/react';
import { useCallback, useMemo, useState } from 'react';
import type { NodeId } from '@/lib/core/engine/program';
import type { Edit } from '@/lib/core/journey/edit';
import { type CanvasNode, type Flow, nudgeOf } from './flow';
import { exitOf, nearestWay } from './nearest-way';
import { mayMoveInto, moveInto } from './picking';
import { applyAll, move } from './studio';
import { useStudio, useStudioStore } from './studio-context';
import { wayId } from './ways';

const still: ReadonlyMap<string, XYPosition> = new Map();
/** Let go this close to its automatic place, a card snaps back into line. */
const SNAP = 8;
/** How near the pointer must be to a plus for a dragged step to join that line, in pixels of the drawing. */
const REACH = 36;

export function useDragging(flow: Flow) {
  const store = useStudioStore();
  const [dragged, setDragged] = useState(still);
  const onNodesChange = useCallback((changes: NodeChange<CanvasNode>[]) => {
    const moves = changes.flatMap((one) =>
      one.type === 'position' && one.dragging && one.position ? [one] : [],
    );
    if (moves.length === 0) return;
    setDragged((before) => {
      const after = new Map(before);
      for (const { id, position } of moves) if (position) after.set(id, position);
      return after;
    });
  }, []);
  const { screenToFlowPosition } = useReactFlow();
  const wayUnder = useCallback(
    (event: MouseEvent | TouchEvent, ids: readonly NodeId[]) => {
      const { clientX: x, clientY: y } = 'changedTouches' in event ? firstTouch(event) : event;
      return nearestWay(flow, screenToFlowPosition({ x, y }), REACH, ({ data }) =>
        mayMoveInto(store.read(), ids, exitOf(data)),
      );
    },
    [flow, screenToFlowPosition, store],
  );
  const onNodeDrag: OnNodeDrag<CanvasNode> = useCallback(
    (event, _, nodes) => {
      const known = store.read().moving;
      const ids = known.length === nodes.length ? known : idsOf(nodes);
      const way = wayUnder(event, ids);
      store.update(move(ids, way && wayId(way.data.from, way.data.exit.id)));
    },
    [store, wayUnder],
  );
  const onNodeDragStop: OnNodeDrag<CanvasNode> = useCallback(
    (event, _, nodes) => {
      setDragged(still);
      const ids = idsOf(nodes);
      const way = wayUnder(event, ids);
      store.update(move(nobody));
      store.update(way ? moveInto(ids, exitOf(way.data)) : applyAll(nodes.flatMap(nudgesOf)));
    },
    [store, wayUnder],
  );
  const picked = useStudio((studio) => studio.picked);
  const nodes = useMemo(
    () => withPicked(withDragged(flow.nodes, dragged), picked),
    [flow.nodes, dragged, picked],
  );
  const handlers = useMemo(() => ({ onNodeDrag, onNodeDragStop }), [onNodeDrag, onNodeDragStop]);
  return { nodes, onNodesChange, handlers };
}

const nobody: readonly NodeId[] = [];

const idsOf = (nodes: readonly CanvasNode[]): NodeId[] =>
  nodes.flatMap((node) => (node.type === 'step' ? [node.data.node.id] : []));

function nudgesOf(node: CanvasNode): Edit[] {
  if (node.type !== 'step') return [];
  return [{ kind: 'nudge-node', id: node.data.node.id, nudge: snapped(nudgeOf(node)) }];
}

function firstTouch({ changedTouches: [touch] }: TouchEvent): { clientX: number; clientY: number } {
  return touch ?? { clientX: 0, clientY: 0 };
}

/** React Flow drags everything together that it takes for selected. */
function withPicked(nodes: CanvasNode[], picked: readonly NodeId[]): CanvasNode[] {
  if (picked.length === 0) return nodes;
  const together = new Set<string>(picked);
  return nodes.map((node) => (together.has(node.id) ? { ...node, selected: true } : node));
}

function snapped({ x, y }: XYPosition): XYPosition {
  return { x: Math.abs(x) <= SNAP ? 0 : x, y: Math.abs(y) <= SNAP ? 0 : y };
}

/** The plus at an open exit hangs on its card and goes with it. */
function withDragged(nodes: readonly CanvasNode[], dragged: ReadonlyMap<string, XYPosition>): CanvasNode[] {
  if (dragged.size === 0) return [...nodes];
  const places = new Map(nodes.map(({ id, position }) => [id, position]));
  return nodes.map((node): CanvasNode => {
    const leader = node.type === 'step' ? node.id : node.data.from;
    const to = dragged.get(leader);
    const from = places.get(leader);
    if (!to || !from) return node;
    const position = { x: node.position.x + to.x - from.x, y: node.position.y + to.y - from.y };
    return { ...node, position };
  });
}
