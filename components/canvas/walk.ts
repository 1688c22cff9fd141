// Where an arrow key leads from a card: down and up along the lines, left and right to the card beside.
import type { NodeId } from '@/lib/core/engine/program';
import type { Flow, StepNode } from './flow';

export type Direction = 'up' | 'down' | 'left' | 'right';

export function walk({ nodes, edges }: Flow, from: NodeId, direction: Direction): NodeId | null {
  const cards = nodes.filter((node) => node.type === 'step');
  const here = cards.find(({ id }) => id === from);
  if (!here) return null;
  if (direction === 'left' || direction === 'right') return beside(cards, here, direction);
  const ids =
    direction === 'down'
      ? edges.filter(({ source }) => source === from).map(({ target }) => target)
      : edges.filter(({ target }) => target === from).map(({ source }) => source);
  const linked = ids.flatMap((id) => cards.filter((card) => card.id === id));
  return nearest(linked, here)?.data.node.id ?? null;
}

/** Beside means in the same row, or at most half a card higher or lower. */
function beside(cards: readonly StepNode[], here: StepNode, direction: 'left' | 'right'): NodeId | null {
  const sign = direction === 'left' ? -1 : 1;
  const reach = (here.height ?? 0) / 2;
  const there = cards.filter(
    ({ position: { x, y } }) => (x - here.position.x) * sign > 0 && Math.abs(y - here.position.y) <= reach,
  );
  return nearest(there, here)?.data.node.id ?? null;
}

function nearest(cards: readonly StepNode[], { position }: StepNode): StepNode | undefined {
  const distance = (card: StepNode) => Math.hypot(card.position.x - position.x, card.position.y - position.y);
  return [...cards].sort((a, b) => distance(a) - distance(b))[0];
}
