// Every event at every trigger gets the verdict that a model gives which follows along and knows everything: whatever the
// filters, publishes, pauses and batches, however many events share an instant, whoever waits inside and is woken by them.
// What is derived afterwards is as exact as what would have been stored.
import fc from 'fast-check';
import { expect, it } from 'vitest';
import type { Id } from '@/lib/core/id';
import type { Actor } from '../actor';
import { unwrap } from '../testing/unwrap';
import { liveHistory } from './testing/live-history';
import { history, PEOPLE } from './testing/random-history';
import { whyAtNode } from './why-at-node';
import { whyForCustomer } from './why-for-customer';

it('every verdict is the one of a model that followed along, and the counts are those of the verdicts', {
  timeout: 240_000,
}, async () => {
  const seen = new Map<string, number>();
  await fc.assert(
    fc.asyncProperty(history, async (actions) => {
      const { actor, ids, model, events } = await liveHistory(actions);
      for (const [index, id] of ids.entries()) {
        const expected = new Map<string, number>();
        for (const who of PEOPLE) {
          if (events.get(who)?.length === 0) continue;
          const heard = model.heard(who, index, events.get(who) ?? []);
          const answer = await whyForCustomer(actor, { id: who, journeyId: id, limit: 200 });
          if (!answer.ok) continue;
          expect(answer.value.data.map(({ verdict }) => verdict).reverse()).toEqual(heard);
          for (const code of heard) expected.set(code, (expected.get(code) ?? 0) + 1);
          for (const code of heard) seen.set(code, (seen.get(code) ?? 0) + 1);
          for (const { verdict, failed } of answer.value.data) {
            expect(failed.length > 0).toBe(verdict === 'filter-failed');
            expect(failed.every(({ code }) => code === 'failed')).toBe(true);
          }
        }
        expect(await countsOf(actor, id)).toEqual(new Map([...expected].sort()));
      }
    }),
    { numRuns: 15 },
  );
  for (const code of [
    'entered',
    'entered-before',
    'already-in-journey',
    'filter-failed',
    'was-paused',
    'was-not-live',
  ]) {
    expect(seen.get(code) ?? 0).toBeGreaterThan(0);
  }
});

/** Both triggers together, by code. */
async function countsOf(actor: Actor, id: Id<'jrn'>): Promise<Map<string, number>> {
  const counts = new Map<string, number>();
  for (const nodeId of ['nod_a', 'nod_b'] as const) {
    const { decided, derived } = unwrap(await whyAtNode(actor, { id, nodeId }));
    for (const { code, count } of [...decided, ...derived]) counts.set(code, (counts.get(code) ?? 0) + count);
  }
  return new Map([...counts].sort());
}
