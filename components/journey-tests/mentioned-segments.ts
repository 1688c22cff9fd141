// Which segments a drawing asks about, for the tests of it.
import type { JourneyDocument } from '@/lib/core/journey/document';

/** Each once, in the order of the drawing; found by the field's name, wherever a condition or a trigger has it. */
export function mentionedSegments({
  nodes,
  settings,
}: Pick<JourneyDocument, 'nodes' | 'settings'>): string[] {
  return [...new Set([...nodes.map(({ data }) => data), settings].flatMap(segmentsIn))];
}

function segmentsIn(value: unknown): string[] {
  if (typeof value !== 'object' || value === null) return [];
  const own = 'segmentId' in value && typeof value.segmentId === 'string' ? [value.segmentId] : [];
  return [...own, ...Object.values(value).flatMap(segmentsIn)];
}
