// The sizes of what stands on the canvas. Known beforehand, so that nothing is measured and nothing jumps.
import type { Size } from './layout';

const CARD_WIDTH = 264;

/** A card; the strip of live counts belongs to journeys that have been live. */
export function cardSize(isCounted: boolean): Size {
  return { width: CARD_WIDTH, height: isCounted ? 112 : 84 };
}

/** The plus at an exit that leads nowhere yet. */
export const openExitSize: Size = { width: 148, height: 52 };

/** How far below the top of an open exit the middle of its plus is. */
export const plusMiddle = 14;

/** Half-way along a line: the plus, and above it the name of the exit where a node has several. */
export function labelSize(isNamed: boolean, isOpen: boolean): Size {
  if (isOpen) return isNamed ? { width: 156, height: 24 } : { width: 24, height: 2 };
  return isNamed ? { width: 156, height: 58 } : { width: 28, height: 26 };
}
