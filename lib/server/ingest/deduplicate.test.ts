// Exactly the first of each message id counts, whatever the batches.
import fc from 'fast-check';
import { expect, it } from 'vitest';
import { deduplicate, type SourcedEvent } from './deduplicate';
import type { StoredMessage } from './find-known';

function sourced(source: string, messageId: string, bodyHash: string): SourcedEvent {
  const claim = { userId: 'u', email: null, phone: null, anonymousId: null, previousId: null };
  return { source, event: { messageId, bodyHash, claim, receivedAt: 0, rowJson: '', remark: null } };
}

const anyEvent = fc
  .tuple(fc.constantFrom('s', 't'), fc.constantFrom('1', '2', '3'), fc.constantFrom('x', 'y'))
  .map(([source, id, hash]) => sourced(source, id, hash));

it('keeps the first of each id and names the rest, for any split into batches', () => {
  fc.assert(
    fc.property(fc.array(fc.array(anyEvent)), (batches) => {
      const stored: StoredMessage[] = [];
      const codes = batches.flatMap((batch) =>
        deduplicate(batch, stored).map(({ duplicate }, index) => {
          const { source, event } = batch[index] ?? sourced('', '', '');
          const { messageId, bodyHash } = event;
          if (!duplicate) stored.push({ source, messageId, bodyHash });
          return duplicate?.code ?? 'stored';
        }),
      );
      const first = new Map<string, string>();
      const expected = batches.flat().map(({ source, event }) => {
        const known = first.get(source + event.messageId);
        if (known === undefined) first.set(source + event.messageId, event.bodyHash);
        if (known === undefined) return 'stored';
        return known === event.bodyHash ? 'duplicate' : 'duplicate-with-other-body';
      });
      expect(codes).toEqual(expected);
    }),
  );
});
