// Every event at every trigger gets the verdict that a model gives which follows along and knows everything: whatever the
// filters, publishes, pauses and batches, however many events share an instant, whoever waits inside and is woken by them.
// What is derived afterwards is as exact as what would have been stored.
import fc from 'fast-check';
import { expect, it } from 'vitest';
import { segments } from '@/drizzle/schema';
import type { Id } from '@/lib/core/id';
import type { Actor } from '../actor';
import { now } from '../clock';
import { resolveCustomer } from '../customers/resolve-customer';
import { inWorkspace } from '../db/transaction';
import { drainEngine } from '../engine/run-engine';
import { createJourney } from '../journeys/create-journey';
import { pauseJourney } from '../journeys/pause-journey';
import { resumeJourney } from '../journeys/resume-journey';
import { setMembership } from '../segments/set-membership';
import { freshWorkspace } from '../testing/fresh-workspace';
import { addCustomer } from '../testing/people';
import { unwrap } from '../testing/unwrap';
import { type Action, action, drawingOf, PEOPLE, SEGMENT } from './testing/random-history';
import { publishAgain, tell } from './testing/tell';
import { VerdictModel } from './testing/verdict-model';
import { whyAtNode } from './why-at-node';
import { whyForCustomer } from './why-for-customer';

async function join(actor: Actor, who: string, isIn: boolean): Promise<void> {
  const { workspaceId } = actor;
  await inWorkspace(workspaceId, async (tx) => {
    const id = await resolveCustomer(tx, actor, who);
    const people = id === null ? [] : [id];
    const change = { entered: isIn ? people : [], left: isIn ? [] : people };
    await setMembership(tx, workspaceId, { segmentId: SEGMENT, ...change });
  });
}

async function live(actions: readonly Action[]) {
  const { actor } = await freshWorkspace();
  const { workspaceId } = actor;
  await inWorkspace(workspaceId, (tx) =>
    tx.insert(segments).values({ workspaceId, id: SEGMENT, name: 'Regulars', createdAt: now() }),
  );
  // Known from the start, so that a segment can be joined before anything happens.
  for (const who of PEOPLE) await addCustomer(actor, { 'user-id': who });
  const journeys = await Promise.all([0, 1].map(() => createJourney(actor, { name: 'Journey' })));
  const ids = journeys.map((one) => unwrap(one).id);
  const model = new VerdictModel(ids);
  const events = new Map<string, string[]>(PEOPLE.map((who) => [who, []]));
  for (const one of actions) await act(actor, ids, model, events, one);
  return { actor, ids, model, events };
}

async function act(
  actor: Actor,
  ids: readonly Id<'jrn'>[],
  model: VerdictModel,
  events: Map<string, string[]>,
  one: Action,
): Promise<void> {
  if (one.do === 'work') {
    await drainEngine();
    return model.work();
  }
  if (one.do === 'tell') {
    model.tell(one.who, one.calls);
    events
      .get(one.who)
      ?.push(...one.calls.flatMap((told) => ('event' in told && told.event !== 'C' ? [told.event] : [])));
    const told = one.calls.map((made) =>
      'plan' in made ? { traits: made } : { event: made.event, properties: { total: made.total } },
    );
    return tell(actor, one.who, ...told);
  }
  if (one.do === 'join') {
    model.join(one.who, one.isIn);
    return join(actor, one.who, one.isIn);
  }
  const id = ids[one.journey];
  if (id === undefined) return;
  if (one.do === 'publish') {
    // Of two that wait for one event, ids decide who goes on first; so only one journey waits.
    const version = one.journey === 0 ? one.version : { ...one.version, later: null };
    await publishAgain(actor, id, drawingOf(version));
    return model.publish(one.journey, version);
  }
  await (one.do === 'pause' ? pauseJourney : resumeJourney)(actor, { id });
  if (one.do === 'pause') model.change(one.journey, 'live', 'paused');
  else model.change(one.journey, 'paused', 'live');
}

it('every verdict is the one of a model that followed along, and the counts are those of the verdicts', {
  timeout: 240_000,
}, async () => {
  const seen = new Map<string, number>();
  const history = fc.array(action, { minLength: 12, maxLength: 30, size: 'max' });
  await fc.assert(
    fc.asyncProperty(history, async (actions) => {
      const { actor, ids, model, events } = await live(actions);
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
