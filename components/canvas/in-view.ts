// What must be seen of a step that is selected: its card and every plus behind it, so that drawing goes on with a click.
import { labelSize, plusMiddle } from './card-size';
import type { CanvasNode, Flow, WayEdge } from './flow';
import type { Point, Size } from './layout';
import { follow } from './route';

export type Area = Point & Size;

export interface Span {
  readonly from: number;
  readonly to: number;
}

/** In pixels of the drawing, the best first: the card with every plus behind it, then the card alone. */
export function areasOf({ nodes, edges }: Flow, id: string | null): readonly Area[] {
  const known = new Map(nodes.map((node) => [node.id, node]));
  const selected = id === null ? undefined : known.get(id);
  if (!selected) return [];
  const card = areaOf(selected);
  const behind = edges
    .filter(({ source }) => source === id)
    .flatMap((way) => {
      const end = known.get(way.target);
      return end ? [plusArea(way, card, areaOf(end))] : [];
    });
  return [around([card, ...behind]), card];
}

const areaOf = ({ position: { x, y }, width = 0, height = 0 }: CanvasNode): Area => ({ x, y, width, height });

/** Where the plus of a way stands: at its open end, or on the line. */
function plusArea({ data }: WayEdge, card: Area, end: Area): Area {
  if (data.isOpen) return { ...end, height: plusMiddle * 2 };
  const start = { x: card.x + card.width / 2, y: card.y + card.height };
  const arrival = { x: end.x + end.width / 2, y: end.y };
  const { label } = follow(data.course, { from: data.start, to: start }, { from: data.end, to: arrival });
  const { width, height } = labelSize(data.isNamed, false);
  return { x: label.x - width / 2, y: label.y - height / 2, width, height };
}

export function around(areas: readonly Area[]): Area {
  const x = Math.min(...areas.map((area) => area.x));
  const y = Math.min(...areas.map((area) => area.y));
  const right = Math.max(...areas.map((area) => area.x + area.width));
  const bottom = Math.max(...areas.map((area) => area.y + area.height));
  return { x, y, width: right - x, height: bottom - y };
}

/** How far to move so that the first of the spans that has room is free, and no further; of the last, its beginning. */
export function shiftInto(spans: readonly Span[], free: Span): number {
  const room = free.to - free.from;
  const span = spans.find(({ from, to }) => to - from <= room) ?? spans.at(-1);
  if (!span) return 0;
  if (span.from < free.from) return free.from - span.from;
  return span.to > free.to ? Math.max(free.from - span.from, free.to - span.to) : 0;
}

/** How far to move what is wider than the room, so that no room is left empty beside either of its ends. */
export function shiftToFill(span: Span, free: Span): number {
  if (span.from > free.from) return free.from - span.from;
  return span.to < free.to ? free.to - span.to : 0;
}
