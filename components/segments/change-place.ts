// Where two conditions differ, when that is a single text or number: typing goes on there, and undo takes it as one step.
import type { Condition } from '@/lib/core/condition/condition';

/** The dotted place of the only scalar that differs; '' where more differs, or something came or went. */
export function changePlace(before: Condition, after: Condition): string {
  const places = differing(before, after, '');
  return places?.length === 1 ? (places[0] ?? '') : '';
}

/** Null where the two are built differently. */
function differing(before: unknown, after: unknown, place: string): string[] | null {
  if (before === after) return [];
  if (!isObject(before) || !isObject(after)) {
    const isTyped =
      typeof before === typeof after && (typeof after === 'string' || typeof after === 'number');
    return isTyped ? [place] : null;
  }
  const keys = Object.keys(before);
  if (keys.length !== Object.keys(after).length) return null;
  const parts = keys.map((key) => differing(before[key], after[key], `${place}.${key}`));
  return parts.every((part) => part !== null) ? parts.flat() : null;
}

function isObject(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null;
}
