// Whatever a publish plan does, taking it back within the hour puts everybody back exactly, whoever has not moved since.
import fc from 'fast-check';
import { expect, it } from 'vitest';
import { journeyMoves } from '@/drizzle/schema';
import type { Id } from '@/lib/core/id';
import { JourneyDocument } from '@/lib/core/journey/document';
import { PublishPlan } from '@/lib/core/journey/publish-plan';
import type { Actor } from '../actor';
import { advanceClock } from '../clock';
import { inWorkspace } from '../db/transaction';
import { drainEngine } from '../engine/run-engine';
import { storeEvents } from '../ingest/store-events';
import { fillJourney } from '../testing/fill-journey';
import { freshWorkspace } from '../testing/fresh-workspace';
import { ago, DAY, HOUR, inside } from '../testing/planned-publish';
import { unwrap } from '../testing/unwrap';
import { createJourney } from './create-journey';
import { previewPublish } from './preview-publish';
import { publishJourney } from './publish-journey';
import { saveDraft } from './save-draft';
import { undoPublish } from './undo-publish';

const NODES = ['nod_one', 'nod_event', 'nod_two'] as const;
const nodeId = fc.constantFrom(...NODES);

/** One wait, a wait for an event, another wait, an e-mail; steps may be missing or last another time. */
const drawing = fc.record({
  days: fc.record({
    nod_one: fc.integer({ min: 1, max: 9 }),
    nod_event: fc.constant(20),
    nod_two: fc.constant(7),
  }),
  has: fc.subarray([...NODES]),
});

function drawn({
  days,
  has,
}: typeof drawing extends fc.Arbitrary<infer Value> ? Value : never): JourneyDocument {
  const node = (id: (typeof NODES)[number]) =>
    id === 'nod_event'
      ? { id, type: 'wait-for-event', data: { event: 'Paid', timeout: { amount: days[id], unit: 'days' } } }
      : { id, type: 'delay', data: { amount: days[id], unit: 'days' } };
  const path = ['nod_in', ...has, 'nod_mail'];
  const exits = (id: string) => (id === 'nod_event' ? ['happened', 'timeout'] : ['next']);
  return JourneyDocument.parse({
    format: 1,
    nodes: [
      { id: 'nod_in', type: 'event-trigger', data: { event: 'Ordered' } },
      ...has.map(node),
      { id: 'nod_mail', type: 'send-email', data: { subject: 'Thanks', body: 'Thank you.' } },
    ],
    edges: path
      .slice(0, -1)
      .flatMap((from, index) => exits(from).map((exit) => ({ from, exit, to: path[index + 1] }))),
    settings: { reentry: 'unlimited' },
  });
}

const spreadHours = fc.constantFrom(0, 0, 5, 100);
const choice = fc.oneof(
  fc.record({ nodeId, choice: fc.constant('stay') }),
  fc.record({ nodeId, choice: fc.constant('exit') }),
  fc.record({ nodeId, choice: fc.constant('re-time'), spreadHours }),
  fc.record({ nodeId, choice: fc.constant('move'), to: fc.option(nodeId, { nil: undefined }), spreadHours }),
);
const scene = fc.record({
  people: fc.array(fc.record({ nodeId, days: fc.nat(6) }), { minLength: 1, maxLength: 8 }),
  next: drawing,
  plan: fc.record({
    nodes: fc.uniqueArray(choice, { selector: (one) => one.nodeId, maxLength: 3 }),
    others: fc.constantFrom('move', 'stay'),
  }),
  /** What happens between the publish and its undo. */
  meanwhile: fc.constantFrom('nothing', 'nothing', 'work', 'event'),
});

async function filled(people: readonly { readonly nodeId: (typeof NODES)[number]; readonly days: number }[]) {
  const { actor } = await freshWorkspace();
  const document = drawn({ days: { nod_one: 7, nod_event: 20, nod_two: 7 }, has: [...NODES] });
  const { id } = unwrap(await createJourney(actor, { name: 'Thanks', document }));
  unwrap(await publishJourney(actor, { id }));
  const waiting = people.map(({ nodeId: at, days }) => {
    const arrivedAt = ago(days * DAY + HOUR);
    return {
      nodeId: at,
      arrivedAt,
      wakeAt: new Date(arrivedAt.getTime() + (at === 'nod_event' ? 20 : 7) * DAY),
    };
  });
  await fillJourney(actor, id, waiting);
  return { actor, id };
}

async function meanwhileDo(actor: Actor, what: string, customers: readonly Id<'cus'>[]): Promise<void> {
  if (what === 'nothing') return;
  advanceClock(HOUR / 2);
  const paid = customers.map((id) => {
    const email = `${id}@shop.test`;
    return { type: 'identify', messageId: `i-${id}`, userId: id, traits: { email } };
  });
  const events = customers.map((id) => ({ type: 'track', event: 'Paid', messageId: `t-${id}`, userId: id }));
  if (what === 'event') await storeEvents(actor.workspaceId, 'test', [...paid, ...events], new Date());
  await drainEngine();
}

it('previews, does, and takes back: everybody where they were', { timeout: 240_000 }, async () => {
  const seen = new Map<string, number>();
  await fc.assert(
    fc.asyncProperty(scene, async ({ people, next, plan: given, meanwhile }) => {
      const { actor, id } = await filled(people);
      const plan = PublishPlan.parse(given);
      unwrap(await saveDraft(actor, { id, document: drawn(next) }));
      const before = await inside(actor);
      const preview = await previewPublish(actor, { id, plan });
      const published = await publishJourney(actor, { id, plan });
      expect(published.ok).toBe(preview.ok);
      if (!preview.ok || !published.ok) {
        expect(await inside(actor)).toEqual(before);
        return;
      }
      if (published.value.version === 1) return;
      const [move] = await inWorkspace(actor.workspaceId, (tx) => tx.select().from(journeyMoves));
      expect(move?.counts).toEqual(preview.value.counts);
      const moved = await inside(actor);
      await meanwhileDo(
        actor,
        meanwhile,
        before.map(({ customerId }) => customerId),
      );
      const standing = await inside(actor);
      const { restored, left } = unwrap(await undoPublish(actor, { id }));
      const after = await inside(actor);
      const [was, been, then] = [before, moved, standing].map(
        (all) => new Map(all.map((row) => [row.id, row])),
      );
      let [backs, lefts] = [0, 0];
      for (const row of after) {
        const isTouched = JSON.stringify(was?.get(row.id)) !== JSON.stringify(been?.get(row.id));
        const hasGoneOn = JSON.stringify(been?.get(row.id)) !== JSON.stringify(then?.get(row.id));
        if (isTouched && !hasGoneOn) backs += 1;
        if (isTouched && hasGoneOn) lefts += 1;
        expect(row).toEqual(isTouched && !hasGoneOn ? was?.get(row.id) : then?.get(row.id));
      }
      expect({ restored, left }).toEqual({ restored: backs, left: lefts });
      for (const [fate, count] of [
        ['restored', backs],
        ['left', lefts],
      ] as const) {
        seen.set(fate, (seen.get(fate) ?? 0) + count);
      }
    }),
    { numRuns: 30 },
  );
  expect(seen.get('restored')).toBeGreaterThan(0);
});
