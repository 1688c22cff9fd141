// Projects drawing after drawing, and changes only what an edit changed: a keystroke in the drawer re-renders one card.

import type { JourneyDocument } from '@/lib/core/journey/document';
import { isSameJson } from '@/lib/core/json';
import { type CanvasNode, type Flow, toFlow, type WayEdge } from './flow';
import type { Layout } from './layout';
import { arrange, type Way } from './ways';

export type Projector = (document: JourneyDocument, isCounted: boolean) => Flow;

export function createProjector(): Projector {
  const arranging = rememberingArrange();
  let shown: Flow = { nodes: [], edges: [] };
  let shownDocument: JourneyDocument | null = null;
  let wasCounted = false;
  return (document, isCounted) => {
    if (document === shownDocument && isCounted === wasCounted) return shown;
    shown = keepSame(shown, toFlow(document, isCounted, arranging));
    shownDocument = document;
    wasCounted = isCounted;
    return shown;
  };
}

/** The layout looks at nodes, exits and edges only, so that typing a subject never arranges anything anew. */
function rememberingArrange(): typeof arrange {
  let known: { readonly structure: string; readonly layout: Layout } | null = null;
  return (document: JourneyDocument, ways: readonly Way[], isCounted: boolean) => {
    const structure = JSON.stringify([
      isCounted,
      document.nodes.map(({ id }) => id),
      ways.map((way) => [way.id, way.to, way.isOpen, way.isNamed]),
    ]);
    if (known?.structure !== structure) known = { structure, layout: arrange(document, ways, isCounted) };
    return known.layout;
  };
}

function keepSame(before: Flow, after: Flow): Flow {
  return {
    nodes: keepItems(before.nodes, after.nodes, isSameNode),
    edges: keepItems(before.edges, after.edges, isSameEdge),
  };
}

function keepItems<Item extends { id: string }>(
  before: readonly Item[],
  after: readonly Item[],
  isSame: (a: Item, b: Item) => boolean,
): Item[] {
  const known = new Map(before.map((item) => [item.id, item]));
  return after.map((item) => {
    const old = known.get(item.id);
    return old && isSame(old, item) ? old : item;
  });
}

function isSameNode(a: CanvasNode, b: CanvasNode): boolean {
  const stands = a.position.x === b.position.x && a.position.y === b.position.y && a.height === b.height;
  if (a.type === 'step' && b.type === 'step') return stands && a.data.node === b.data.node;
  return stands && isSameJson(a.data, b.data);
}

const isSameEdge = (a: WayEdge, b: WayEdge): boolean => a.target === b.target && isSameJson(a.data, b.data);
