// Where on screen the plus of an exit is, for what opens beside it.
import type { ExitRef } from '@/lib/core/journey/graph';
import { wayId } from './ways';

/** The plus that stands for the exit; the middle of the window where none is on screen, as in the outline. */
export function plusRect(after: ExitRef | null): DOMRect {
  const plus = after && document.querySelector(`[data-plus="${CSS.escape(wayId(after.from, after.exit))}"]`);
  return plus?.getBoundingClientRect() ?? new DOMRect(window.innerWidth / 2, window.innerHeight / 4, 0, 0);
}
