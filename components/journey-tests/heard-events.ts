// What a drawing listens for: what is worth letting happen in a test of it.
import type { JourneyDocument } from '@/lib/core/journey/document';
import { nodeOf } from '@/lib/core/nodes/registry';

/** @param on events are what the customer did, signals what the product noticed */
export function heardEvents({ nodes }: JourneyDocument, on: 'event' | 'signal'): string[] {
  const heard = nodes.flatMap((node) => nodeOf(node.type).rule(node.data)).filter((rule) => rule.on === on);
  return [...new Set(heard.map(({ event }) => event))].filter((name) => name !== '');
}
