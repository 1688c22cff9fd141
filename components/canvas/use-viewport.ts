// What of the drawing is on screen: the whole of it at first, where it can be read; then whatever is selected.
'use client';

import { type ReactFlowInstance, useReactFlow } from '@xyflow/react';
import { type RefObject, useEffect, useState } from 'react';
import type { CanvasNode, Flow, WayEdge } from './flow';
import { type Area, areasOf, around, type Span, shiftInto, shiftToFill } from './in-view';
import { useStudio } from './studio-context';

/** Smaller than this, cards cannot be read: then the drawing starts at its top instead. */
const LEGIBLE = 0.8;
const MARGIN = 40;
/** The tools at the foot, the drawer, the palette with and without its names: under them nothing can be clicked. */
const FOOT = 64;
const TOP = 12;
const PANEL = 464;
const PALETTE = 232;
const NARROW_PALETTE = 80;
/** Of a phone, the drawer leaves so much. */
const ABOVE_SHEET = 0.31;

const isWide = (area: DOMRect): boolean => area.width >= 640;
const hasPalette = (area: DOMRect): boolean => area.width >= 768;

/** All of the drawing, beside the palette and above the tools. */
export function fitOptions() {
  const left = window.innerWidth >= 768 ? PALETTE : MARGIN / 2;
  const padding = { top: px(MARGIN), right: px(MARGIN / 2), bottom: px(FOOT), left: px(left) };
  return { padding, maxZoom: 1, duration: 240 };
}

const px = (length: number) => `${length}px` as const;

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
  const left = hasPalette(area) ? PALETTE : 0;
  const bounds = boundsOf(flow.nodes);
  const room = { width: area.width - left - MARGIN * 2, height: area.height - MARGIN - FOOT };
  const whole = Math.min(1, room.width / bounds.width, room.height / bounds.height);
  const zoom = whole >= LEGIBLE ? whole : Math.max(LEGIBLE, Math.min(0.9, room.width / bounds.width));
  const first = flow.nodes[0];
  const fits = bounds.width * zoom <= room.width;
  const centre = fits || !first ? bounds.x + bounds.width / 2 : first.position.x + (first.width ?? 0) / 2;
  const top = whole >= LEGIBLE ? (area.height - FOOT + MARGIN - bounds.height * zoom) / 2 : MARGIN;
  const x = left + (area.width - left) / 2 - centre * zoom;
  const span = { from: x + bounds.x * zoom, to: x + (bounds.x + bounds.width) * zoom };
  const free = { from: left + MARGIN, to: area.width - MARGIN };
  void drawing.setViewport({
    zoom,
    x: fits ? x : x + shiftToFill(span, free),
    y: Math.min(top, MARGIN * 2) - bounds.y * zoom,
  });
}

function boundsOf(nodes: readonly CanvasNode[]): Area {
  const areas = nodes.map(({ position: { x, y }, width = 0, height = 0 }) => ({ x, y, width, height }));
  return around([{ x: 0, y: 0, width: 1, height: 1 }, ...areas]);
}

/** Brings the selected card and every plus behind it out from under what floats there, moving no more than it must. */
function useSelectedInView(flow: Flow, surface: RefObject<HTMLDivElement | null>, isReady: boolean): void {
  const selected = useStudio((studio) => studio.selected);
  const isOpen = useStudio((studio) => studio.isOpen);
  const { getViewport, setViewport } = useReactFlow();
  // As text, so that the view follows what is selected and not every edit of it.
  const areas = JSON.stringify(areasOf(flow, selected));
  useEffect(() => {
    const area = surface.current?.getBoundingClientRect();
    if (!isReady || !area) return;
    const view = getViewport();
    const free = freeOf(area, isOpen);
    const wished: readonly Area[] = JSON.parse(areas);
    const spans = (axis: 'x' | 'y', side: 'width' | 'height') =>
      wished.map((one) => {
        const from = one[axis] * view.zoom + view[axis];
        return { from, to: from + one[side] * view.zoom };
      });
    const dx = shiftInto(spans('x', 'width'), free.x);
    const dy = shiftInto(spans('y', 'height'), free.y);
    if (dx === 0 && dy === 0) return;
    void setViewport({ ...view, x: view.x + dx, y: view.y + dy }, { duration: 220 });
  }, [areas, isOpen, isReady, surface, getViewport, setViewport]);
}

/** What of the surface nothing floats over. */
function freeOf(area: DOMRect, isOpen: boolean): Record<'x' | 'y', Span> {
  const palette = isOpen ? NARROW_PALETTE : PALETTE;
  return {
    x: {
      from: hasPalette(area) ? palette : MARGIN / 2,
      to: area.width - (isOpen && isWide(area) ? PANEL : MARGIN / 2),
    },
    y: {
      from: TOP,
      to: isOpen && !isWide(area) ? area.height * ABOVE_SHEET : area.height - FOOT,
    },
  };
}
