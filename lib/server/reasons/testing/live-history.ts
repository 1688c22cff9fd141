// Lives a random history through the real front door, with the model beside it.
import { segments } from '@/drizzle/schema';
import type { Id } from '@/lib/core/id';
import type { Actor } from '../../actor';
import { resolveCustomer } from '../../customers/resolve-customer';
import { inWorkspace } from '../../db/transaction';
import { drainEngine } from '../../engine/run-engine';
import { createJourney } from '../../journeys/create-journey';
import { pauseJourney } from '../../journeys/pause-journey';
import { resumeJourney } from '../../journeys/resume-journey';
import { setMembership } from '../../segments/set-membership';
import { aSegment } from '../../testing/a-segment';
import { freshWorkspace } from '../../testing/fresh-workspace';
import { addCustomer } from '../../testing/people';
import { unwrap } from '../../testing/unwrap';
import { type Action, drawingOf, PEOPLE, SEGMENT } from './random-history';
import { publishAgain, tell } from './tell';
import { VerdictModel } from './verdict-model';

async function join(actor: Actor, who: string, isIn: boolean): Promise<void> {
  const { workspaceId } = actor;
  await inWorkspace(workspaceId, async (tx) => {
    const id = await resolveCustomer(tx, actor, who);
    const people = id === null ? [] : [id];
    const change = { entered: isIn ? people : [], left: isIn ? [] : people };
    await setMembership(tx, workspaceId, { segmentId: SEGMENT, ...change });
  });
}

/** `events` are those that a trigger may listen for, by person, in the order in which they were sent. */
export async function liveHistory(actions: readonly Action[]) {
  const { actor } = await freshWorkspace();
  const { workspaceId } = actor;
  await inWorkspace(workspaceId, (tx) => tx.insert(segments).values(aSegment(workspaceId, SEGMENT)));
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
