// What would make a sound journey a better one. Nothing here blocks publishing.
import { nodeOf } from '../nodes/registry';
import type { JourneyDocument } from './document';
import { isEntry } from './graph';
import type { Problem } from './problem';

/** A journey that says nothing is probably unfinished; one that says it all on one channel is not yet omnichannel. */
export function advice({ nodes }: JourneyDocument): Problem[] {
  const messages = nodes.filter(({ type }) => nodeOf(type).family === 'message');
  if (messages.length === 0) {
    return nodes.every(isEntry) ? [] : [{ code: 'no-message', grade: 'warning', nodeId: null, field: null }];
  }
  const channels = new Set(messages.map(({ type }) => type));
  return channels.size > 1 ? [] : [{ code: 'one-channel-only', grade: 'advice', nodeId: null, field: null }];
}
