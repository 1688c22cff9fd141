// Segments have names for people and ids for conditions.
import type { SegmentTest } from '@/lib/core/condition/condition';
import { type Id, idOf } from '@/lib/core/id';

export interface SegmentChoice {
  readonly id: Id<'seg'>;
  readonly name: string;
}

/** The name of a segment; of one that nobody knows its id, of none an empty text. */
export function segmentName(id: SegmentTest['segmentId'], segments: readonly SegmentChoice[]): string {
  return segments.find((segment) => segment.id === id)?.name ?? id ?? '';
}

/** The segment of that name, else the id that was typed, else none. */
export function segmentCalled(text: string, segments: readonly SegmentChoice[]): SegmentTest['segmentId'] {
  const wanted = text.trim();
  const named = segments.find(({ name }) => name.toLowerCase() === wanted.toLowerCase());
  return named?.id ?? idOf('seg').safeParse(wanted).data ?? null;
}
