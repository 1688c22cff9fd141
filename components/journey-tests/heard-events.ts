// The events a drawing listens for: what is worth letting happen in a test of it.
import type { JourneyDocument } from '@/lib/core/journey/document';
import { nodeOf } from '@/lib/core/nodes/registry';

export function heardEvents({ nodes }: JourneyDocument): string[] {
  const heard = nodes.flatMap((node) => nodeOf(node.type).rule(node.data));
  return [...new Set(heard.map(({ event }) => event))].filter((name) => name !== '');
}
