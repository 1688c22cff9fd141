// The ways of a drawing: every edge, and every exit that leads nowhere yet. Both are drawn, both take a plus.
import type { NodeId } from '@/lib/core/engine/program';
import type { JourneyDocument } from '@/lib/core/journey/document';
import { exitsOf } from '@/lib/core/journey/graph';
import type { Exit } from '@/lib/core/nodes/define-node';
import { cardSize, labelSize, openExitSize } from './card-size';
import { type Layout, type Line, layout } from './layout';

export interface Way {
  readonly id: string;
  readonly from: NodeId;
  readonly exit: Exit;
  /** Null where no edge leaves by this exit. */
  readonly to: NodeId | null;
  /** Whether it ends at a plus: no edge, or one to a node that is not there. */
  readonly isOpen: boolean;
  /** Whether its node has several exits, so that this one needs its name beside it. */
  readonly isNamed: boolean;
}

export const wayId = (from: NodeId, exit: string): string => `${from} ${exit}`;
export const openExitId = (from: NodeId, exit: string): string => `open ${from} ${exit}`;
export const targetOf = ({ from, exit, to, isOpen }: Way): string =>
  to === null || isOpen ? openExitId(from, exit.id) : to;

/** Every edge in the order of the document, then every exit without one. */
export function waysOf(document: JourneyDocument): Way[] {
  const exits = new Map(document.nodes.map((node) => [node.id, exitsOf(node)]));
  const taken = new Map<string, number>();
  const drawn = document.edges.map(({ from, exit, to }): Way => {
    const id = wayId(from, exit);
    const repeats = taken.get(id) ?? 0;
    taken.set(id, repeats + 1);
    const own = exits.get(from) ?? [];
    return {
      id: repeats === 0 ? id : `${id} ${repeats}`,
      from,
      exit: own.find((one) => one.id === exit) ?? { id: exit },
      to,
      isOpen: !exits.has(to),
      isNamed: own.length > 1,
    };
  });
  const open = [...exits].flatMap(([from, own]) => {
    const free = own.filter((exit) => !taken.has(wayId(from, exit.id)));
    const isNamed = own.length > 1;
    return free.map(
      (exit): Way => ({ id: wayId(from, exit.id), from, exit, to: null, isOpen: true, isNamed }),
    );
  });
  return [...drawn, ...open];
}

/** The automatic layout. Ways go in by node and exit, so that paths stand in the order of their exits, not of drawing. */
export function arrange(document: JourneyDocument, ways: readonly Way[], isCounted: boolean): Layout {
  const size = cardSize(isCounted);
  const cards = document.nodes.map(({ id }) => ({ id, ...size }));
  const ends = new Set(ways.filter((way) => way.isOpen).map(targetOf));
  const boxes = [...cards, ...[...ends].map((id) => ({ id, ...openExitSize }))];
  const known = new Set<string>(boxes.map(({ id }) => id));
  const order = new Map<string, number>();
  for (const node of document.nodes) {
    for (const exit of exitsOf(node)) order.set(wayId(node.id, exit.id), order.size);
  }
  const rank = (way: Way) => order.get(wayId(way.from, way.exit.id)) ?? order.size;
  const lines = ways
    .filter((way) => known.has(way.from))
    .sort((a, b) => rank(a) - rank(b))
    .map((way): Line => {
      return { id: way.id, from: way.from, to: targetOf(way), label: labelSize(way.isNamed, way.isOpen) };
    });
  return layout(boxes, lines);
}
