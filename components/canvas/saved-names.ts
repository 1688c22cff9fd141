// What the steps of a journey keep for later: coupon codes, answers of webhooks.
import type { JourneyDocument } from '@/lib/core/journey/document';

/** The names that steps save under, each once, in the order of the steps. */
export function savedNames({ nodes }: Pick<JourneyDocument, 'nodes'>): string[] {
  const names = nodes.map(({ data }) => ('saveAs' in data ? data.saveAs : ''));
  return [...new Set(names)].filter((name): name is string => typeof name === 'string' && name !== '');
}
