// Every message id of a source is stored once, for ever: clients repeat whole requests whenever a reply gets lost.
import type { EventRefusal } from './event-refusal';
import { remark } from './event-refusal';
import type { MessageKey, StoredMessage } from './find-known';
import type { IncomingEvent } from './incoming-event';

export interface SourcedEvent {
  readonly source: string;
  readonly event: IncomingEvent;
}

export interface Verdict {
  /** Null for the first of its id, which is the one that is kept. */
  readonly duplicate: EventRefusal | null;
}

/** One verdict for each event, against what is stored and against earlier events of the same group. */
export function deduplicate(events: readonly SourcedEvent[], stored: readonly StoredMessage[]): Verdict[] {
  const seen = new Map(stored.map((message) => [keyOf(message), message.bodyHash]));
  return events.map(({ source, event }) => {
    const key = keyOf({ source, messageId: event.messageId });
    const bodyHash = seen.get(key);
    if (bodyHash === undefined) seen.set(key, event.bodyHash);
    return { duplicate: bodyHash === undefined ? null : duplicateOf(bodyHash === event.bodyHash) };
  });
}

function keyOf({ source, messageId }: MessageKey): string {
  return `${source} ${messageId}`;
}

function duplicateOf(isSame: boolean): EventRefusal {
  if (isSame) return remark('duplicate', 'This messageId was stored before.', 'messageId');
  return remark(
    'duplicate-with-other-body',
    'This messageId was stored before with other content; the first one is kept.',
    'messageId',
  );
}
