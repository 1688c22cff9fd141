// Every event at every trigger gets the verdict that a model gives which follows along and knows everything: whatever the
// filters, publishes, pauses and batches. What is derived afterwards is as exact as what would have been stored.
import fc from 'fast-check';
import { expect, it } from 'vitest';
import type { Condition } from '@/lib/core/condition/condition';
import type { Id } from '@/lib/core/id';
import { JourneyDocument } from '@/lib/core/journey/document';
import type { Actor } from '../actor';
import { drainEngine } from '../engine/run-engine';
import { createJourney } from '../journeys/create-journey';
import { pauseJourney } from '../journeys/pause-journey';
import { resumeJourney } from '../journeys/resume-journey';
import { freshWorkspace } from '../testing/fresh-workspace';
import { unwrap } from '../testing/unwrap';
import { publishAgain, tell } from './testing/tell';
import { whyAtNode } from './why-at-node';
import { whyForCustomer } from './why-for-customer';

const PEOPLE = ['ada', 'bea'] as const;
const PLANS = ['free', 'pro'] as const;

interface Facts {
  total: number;
  plan: string | undefined;
}

/** A filter, as the product has it and as one would say it. */
const filters: readonly { condition: Condition | null; holds: (facts: Facts) => boolean }[] = (() => {
  const total: Condition = {
    type: 'test',
    subject: 'property',
    path: ['total'],
    operator: 'at-least',
    value: 5,
  };
  const plan: Condition = {
    type: 'test',
    subject: 'attribute',
    path: ['plan'],
    operator: 'equals',
    value: 'pro',
  };
  return [
    { condition: null, holds: () => true },
    { condition: total, holds: (facts) => facts.total >= 5 },
    { condition: plan, holds: (facts) => facts.plan === 'pro' },
    {
      condition: { type: 'any', of: [total, plan] },
      holds: (facts) => facts.total >= 5 || facts.plan === 'pro',
    },
    { condition: { type: 'none', of: [plan] }, holds: (facts) => facts.plan !== 'pro' },
  ];
})();

const filter = fc.constantFrom(...filters);
const version = fc.record({
  a: filter,
  b: fc.option(filter),
  sets: fc.constantFrom(...PLANS),
  reentry: fc.constantFrom('once' as const, 'unlimited' as const),
});
type Version = typeof version extends fc.Arbitrary<infer Value> ? Value : never;

const call = fc.oneof(
  { weight: 3, arbitrary: fc.record({ event: fc.constantFrom('A', 'B'), total: fc.nat(9) }) },
  { weight: 1, arbitrary: fc.record({ plan: fc.constantFrom(...PLANS) }) },
);
const journey = fc.constantFrom(0, 1);
const action = fc.oneof(
  fc.record({
    do: fc.constant('tell' as const),
    who: fc.constantFrom(...PEOPLE),
    calls: fc.array(call, { minLength: 1, maxLength: 4 }),
  }),
  fc.record({ do: fc.constant('work' as const) }),
  fc.record({ do: fc.constant('publish' as const), journey, version }),
  fc.record({ do: fc.constantFrom('pause' as const, 'resume' as const), journey }),
);
type Action = typeof action extends fc.Arbitrary<infer Value> ? Value : never;

/** A lets people in at nod_a, B (if there is such a trigger) at nod_b; either way the plan is set. */
function drawingOf({ a, b, sets, reentry }: Version): JourneyDocument {
  const trigger = (id: string, event: string, of: Version['a']) => ({
    id,
    type: 'event-trigger',
    data: { event, filter: of.condition },
  });
  return JourneyDocument.parse({
    format: 1,
    nodes: [
      trigger('nod_a', 'A', a),
      ...(b ? [trigger('nod_b', 'B', b)] : []),
      { id: 'nod_set', type: 'set-attribute', data: { attribute: 'plan', value: sets } },
    ],
    edges: [
      { from: 'nod_a', exit: 'next', to: 'nod_set' },
      ...(b ? [{ from: 'nod_b', exit: 'next', to: 'nod_set' }] : []),
    ],
    settings: { reentry },
  });
}

interface Told {
  readonly who: string;
  readonly call: typeof call extends fc.Arbitrary<infer Value> ? Value : never;
}

/** What happens, followed along. Verdicts by person, journey and event, in the order in which events came in. */
class Model {
  readonly verdicts = new Map<string, string[]>();
  private readonly plans = new Map<string, string>();
  private readonly entered = new Set<string>();
  private waiting: Told[] = [];
  private readonly standing: {
    state: 'draft' | 'live' | 'paused';
    version: Version | null;
    listened: Set<string>;
  }[];

  constructor(private readonly journeys: readonly Id<'jrn'>[]) {
    this.standing = journeys.map(() => ({ state: 'draft', version: null, listened: new Set() }));
  }

  tell(who: string, calls: readonly Told['call'][]): void {
    this.waiting.push(...calls.map((one) => ({ who, call: one })));
  }

  publish(index: number, next: Version): void {
    const standing = this.standing[index];
    if (!standing) return;
    Object.assign(standing, { state: 'live', version: next });
    standing.listened.add('A');
    if (next.b) standing.listened.add('B');
  }

  change(index: number, from: 'live' | 'paused', to: 'live' | 'paused'): void {
    const standing = this.standing[index];
    if (standing?.state === from) standing.state = to;
  }

  work(): void {
    for (const { who, call: one } of this.waiting) {
      if ('plan' in one) this.plans.set(who, one.plan);
      else this.judge(who, one.event, one.total);
    }
    this.waiting = [];
  }

  /** Events no version ever listened for are no occasions; those still waiting are pending. */
  heard(who: string, index: number, events: readonly string[]): string[] {
    const all = this.verdicts.get(`${who} ${index}`) ?? [];
    const pending = this.waiting.flatMap(({ who: whose, call: one }) =>
      whose === who && 'event' in one ? ['event-pending'] : [],
    );
    return [...all, ...pending].filter((_, at) => this.standing[index]?.listened.has(events[at] ?? ''));
  }

  /** All are judged before anybody moves; then they move in the order of the journeys' ids. */
  private judge(who: string, event: string, total: number): void {
    const facts = { total, plan: this.plans.get(who) };
    const order = [...this.journeys.keys()].sort((a, b) =>
      `${this.journeys[a]}` < `${this.journeys[b]}` ? -1 : 1,
    );
    for (const index of order) {
      const place = `${who} ${index}`;
      const verdict = this.verdictOf(index, place, event, facts);
      this.verdicts.set(place, [...(this.verdicts.get(place) ?? []), verdict]);
    }
  }

  private verdictOf(index: number, place: string, event: string, facts: Facts): string {
    const { state = 'draft', version: live = null } = this.standing[index] ?? {};
    if (state === 'paused') return 'was-paused';
    const asked = event === 'A' ? live?.a : live?.b;
    if (live === null || !asked) return 'was-not-live';
    if (!asked.holds(facts)) return 'filter-failed';
    if (live.reentry === 'once' && this.entered.has(place)) return 'entered-before';
    this.entered.add(place);
    this.plans.set(place.split(' ')[0] ?? '', live.sets);
    return 'entered';
  }
}

async function live(actions: readonly Action[]) {
  const { actor } = await freshWorkspace();
  const journeys = await Promise.all([0, 1].map(() => createJourney(actor, { name: 'Journey' })));
  const ids = journeys.map((one) => unwrap(one).id);
  const model = new Model(ids);
  const events = new Map<string, string[]>(PEOPLE.map((who) => [who, []]));
  for (const one of actions) await act(actor, ids, model, events, one);
  return { actor, ids, model, events };
}

async function act(
  actor: Actor,
  ids: readonly Id<'jrn'>[],
  model: Model,
  events: Map<string, string[]>,
  one: Action,
): Promise<void> {
  if (one.do === 'work') {
    await drainEngine();
    return model.work();
  }
  if (one.do === 'tell') {
    model.tell(one.who, one.calls);
    events.get(one.who)?.push(...one.calls.flatMap((told) => ('event' in told ? [told.event] : [])));
    const told = one.calls.map((made) =>
      'plan' in made ? { traits: made } : { event: made.event, properties: { total: made.total } },
    );
    return tell(actor, one.who, ...told);
  }
  const id = ids[one.journey];
  if (id === undefined) return;
  if (one.do === 'publish') {
    await publishAgain(actor, id, drawingOf(one.version));
    return model.publish(one.journey, one.version);
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
            expect(failed.every(({ isCertain }) => isCertain)).toBe(true);
          }
        }
        expect(await countsOf(actor, id)).toEqual(new Map([...expected].sort()));
      }
    }),
    { numRuns: 15 },
  );
  for (const code of ['entered', 'entered-before', 'filter-failed', 'was-paused', 'was-not-live']) {
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
