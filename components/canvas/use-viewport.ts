// What of the drawing is on screen: the whole of it at first, where it can be read; then whatever is selected.
'use client';

import { type ReactFlowInstance, useReactFlow } from '@xyflow/react';
import { type RefObject, useEffect, useState } from 'react';
import type { CanvasNode, Flow, WayEdge } from './flow';
import { useStudio } from './studio-context';

/** Smaller than this, cards cannot be read: then the drawing starts at its top instead. */
const LEGIBLE = 0.8;
const MARGIN = 40;
const PANEL = 464;
const PALETTE = 216;

export const fitOptions = { padding: 0.12, maxZoom: 1, duration: 240 } as const;

export function useViewport(flow: Flow, surface: RefObject<HTMLDivElement | null>) {
  const [isReady, setReady] = useState(false);
  useSelectedInView(flow, surface, isReady);
  return (drawing: ReactFlowInstance<CanvasNode, WayEdge>) => {
    const area = surface.current?.getBoundingClientRect();
    if (area) showStart(drawing, flow, area);
    setReady(true);
  };
}

function showStart(drawing: ReactFlowInstance<CanvasNode, WayEdge>, flow: Flow, area: DOMRect): void {
  const isWide = area.width > 640;
  const left = isWide ? PALETTE : 0;
  const bounds = boundsOf(flow.nodes);
  const room = { width: area.width - left - MARGIN * 2, height: area.height - MARGIN * 2 };
  const whole = Math.min(1, room.width / bounds.width, room.height / bounds.height);
  const zoom = whole >= LEGIBLE ? whole : Math.max(LEGIBLE, Math.min(0.9, room.width / bounds.width));
  const first = flow.nodes[0];
  const fits = bounds.width * zoom <= room.width;
  const centre = fits || !first ? bounds.x + bounds.width / 2 : first.position.x + (first.width ?? 0) / 2;
  const top = whole >= LEGIBLE ? (area.height - bounds.height * zoom) / 2 : MARGIN;
  void drawing.setViewport({
    zoom,
    x: left + (area.width - left) / 2 - centre * zoom,
    y: Math.min(top, MARGIN * 2) - bounds.y * zoom,
  });
}

function boundsOf(nodes: readonly CanvasNode[]) {
  const xs = nodes.flatMap(({ position, width = 0 }) => [position.x, position.x + width]);
  const ys = nodes.flatMap(({ position, height = 0 }) => [position.y, position.y + height]);
  const [x, y] = [Math.min(0, ...xs), Math.min(0, ...ys)];
  return { x, y, width: Math.max(1, ...xs) - x, height: Math.max(1, ...ys) - y };
}

/** Brings the selected card out from behind the edge or the drawer, moving no more than it must. */
function useSelectedInView(flow: Flow, surface: RefObject<HTMLDivElement | null>, isReady: boolean): void {
  const selected = useStudio((studio) => studio.selected);
  const isOpen = useStudio((studio) => studio.isOpen);
  const { getViewport, setViewport } = useReactFlow();
  const card = flow.nodes.find(({ id }) => id === selected);
  const x = card?.position.x;
  const y = card?.position.y;
  useEffect(() => {
    const area = surface.current?.getBoundingClientRect();
    if (!isReady || !area || x === undefined || y === undefined) return;
    const view = getViewport();
    const isWide = area.width > 640;
    const free = {
      left: isWide && !isOpen ? PALETTE : MARGIN * 2,
      right: area.width - (isOpen && isWide ? PANEL : MARGIN / 2),
      top: MARGIN,
      bottom: isOpen && !isWide ? area.height * 0.3 : area.height - MARGIN * 2,
    };
    const dx = shiftInto(x * view.zoom + view.x, 264 * view.zoom, free.left, free.right);
    const dy = shiftInto(y * view.zoom + view.y, 112 * view.zoom, free.top, free.bottom);
    if (dx === 0 && dy === 0) return;
    void setViewport({ ...view, x: view.x + dx, y: view.y + dy }, { duration: 220 });
  }, [x, y, isOpen, isReady, surface, getViewport, setViewport]);
}

function shiftInto(start: number, length: number, from: number, to: number): number {
  if (start < from) return from - start;
  return start + length > to ? Math.max(from - start, to - start - length) : 0;
}
