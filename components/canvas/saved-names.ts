// What the steps of a journey keep for later: coupon codes, answers of webhooks.
import type { JourneyDocument } from '@/lib/core/journey/document';

/** The names that steps save under, each once, in the order of the steps. */
export function savedNames({ nodes }: Pick<JourneyDocument, 'nodes'>): string[] {
  return [...new Set(nodes.flatMap(({ data }) => namesIn(data)))];
}

function namesIn(data: unknown): string[] {
  if (typeof data !== 'object' || data === null) return [];
  const own = 'saveAs' in data && typeof data.saveAs === 'string' && data.saveAs !== '' ? [data.saveAs] : [];
  return [...own, ...Object.values(data).flatMap(namesIn)];
}
