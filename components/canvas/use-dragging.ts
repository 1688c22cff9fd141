// Dragging cards: while it lasts only their places on screen change; letting go is the edit.
'use client';

import type { NodeChange, OnNodeDrag, XYPosition } from '@xyflow/react';
import { useCallback, useMemo, useState } from 'react';
import { type CanvasNode, type Flow, nudgeOf } from './flow';
import { applyAll } from './studio';
import { useChange } from './studio-context';

const still: ReadonlyMap<string, XYPosition> = new Map();
/** Let go this close to its automatic place, a card snaps back into line. */
const SNAP = 8;

export function useDragging(flow: Flow) {
  const change = useChange();
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
  const onNodeDragStop: OnNodeDrag<CanvasNode> = useCallback(
    (_, __, nodes) => {
      setDragged(still);
      const edits = nodes.flatMap((node) => {
        if (node.type !== 'step') return [];
        const nudge = snapped(nudgeOf(node));
        return [{ kind: 'nudge-node' as const, id: node.data.node.id, nudge }];
      });
      change(applyAll(edits));
    },
    [change],
  );
  const nodes = useMemo(() => withDragged(flow.nodes, dragged), [flow.nodes, dragged]);
  const handlers = useMemo(() => ({ onNodesChange, onNodeDragStop }), [onNodesChange, onNodeDragStop]);
  return { nodes, handlers };
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
