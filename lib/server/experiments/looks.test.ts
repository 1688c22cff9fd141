// From people to a verdict: what a look counts, what it keeps, that the winner takes new entries, and that this can be undone.
import { sql } from 'drizzle-orm';
import { beforeEach, describe, expect, it } from 'vitest';
import { consents, customers, events, exposures } from '@/drizzle/schema';
import {
  FindExperiment,
  ListExperiments,
  ListExposed,
  ListLooks,
  PlanExperiment,
} from '@/lib/core/api/experiment';
import { laneOf } from '@/lib/core/hash';
import type { Actor } from '../actor';
import { now } from '../clock';
import { inWorkspace, rows } from '../db/transaction';
import { drainEngine } from '../engine/run-engine';
import { storeEvents } from '../ingest/store-events';
import { createJourney } from '../journeys/create-journey';
import { publishJourney } from '../journeys/publish-journey';
import { newId } from '../new-id';
import { setNow } from '../testing/clock';
import { experimentDrawing } from '../testing/experiment-drawing';
import { freshWorkspace } from '../testing/fresh-workspace';
import { unwrap } from '../testing/unwrap';
import { promoteArm, runAgain, stopExperiment } from './choose-arm';
import { findExperiment } from './find-experiment';
import { forecastExperiment } from './forecast-experiment';
import { listExperiments } from './list-experiments';
import { listExposed } from './list-exposed';
import { listLooks } from './list-looks';

const START = '2026-03-01T10:00:00Z';
const DAY = 86_400_000;

let actor: Actor;
let id: `exp_${string}`;
let journeyId: `jrn_${string}`;

beforeEach(async () => {
  setNow(START);
  ({ actor } = await freshWorkspace());
});

async function live(design: object = {}, holdoutPercent = 0): Promise<void> {
  const document = experimentDrawing({ design, holdoutPercent });
  ({ id: journeyId } = unwrap(await createJourney(actor, { name: 'Test', document })));
  unwrap(await publishJourney(actor, { id: journeyId }));
  id = unwrap(await listExperiments(actor, ListExperiments.parse({}))).data[0]?.id ?? 'exp_none';
}

interface Crowd {
  readonly arm: string;
  readonly people: number;
  readonly buyers: number;
  readonly total?: number;
  readonly phase?: number;
}

/** People exposed an hour from now on, of whom the first ones buy a day later. */
async function crowd({ arm, people, buyers, total = 10, phase = 1 }: Crowd): Promise<`cus_${string}`[]> {
  const { workspaceId } = actor;
  const all = Array.from({ length: people }, () => newId('cus'));
  const exposedAt = new Date(now().getTime() + 3_600_000);
  const boughtAt = new Date(exposedAt.getTime() + DAY);
  const order = { name: 'Order Completed', type: 'track' as const, properties: { total }, lane: -1 };
  await inWorkspace(workspaceId, async (tx) => {
    await tx
      .insert(customers)
      .values(
        all.map((one) => ({ workspaceId, id: one, lane: laneOf(one), attributes: {}, createdAt: now() })),
      );
    await tx.insert(exposures).values(
      all.map((customerId) => ({
        ...{ workspaceId, experimentId: id, phase, customerId, arm, assignedAt: exposedAt, exposedAt },
      })),
    );
    const orders = all.slice(0, buyers).map((customerId) => ({
      ...{ workspaceId, customerId, source: 'test', messageId: newId('obx'), bodyHash: '', ...order },
      ...{ traits: {}, context: {}, occurredAt: boughtAt, receivedAt: boughtAt },
    }));
    if (orders.length > 0) await tx.insert(events).values(orders);
  });
  return all;
}

async function daysLater(days: number): Promise<void> {
  setNow(new Date(new Date(START).getTime() + days * DAY));
  await drainEngine();
}

const found = async (phase?: number) =>
  unwrap(await findExperiment(actor, FindExperiment.parse({ id, phase })));

/** How somebody who comes now goes through the experiment. */
async function comesBy(name: string): Promise<{ code: string; arm: string; phase: number } | undefined> {
  await storeEvents(
    actor.workspaceId,
    'test',
    [{ userId: name, type: 'track', event: 'Signed Up', messageId: name }],
    now(),
  );
  await drainEngine();
  const [seen] = await inWorkspace(actor.workspaceId, (tx) =>
    rows<{ code: string; arm: string; phase: number }>(
      tx,
      sql`
        select d.code, d.inputs ->> 'arm' as arm, (d.inputs ->> 'phase')::int as phase from decisions d
        join identifiers i on i.workspace_id = d.workspace_id and i.customer_id = d.customer_id
        where i.value = ${name} and d.node_id = 'nod_test' order by d.seq desc limit 1`,
    ),
  );
  return seen;
}

describe('a look', () => {
  it('counts conversions in the window, and leaves out who was seen in two arms', async () => {
    await live();
    const [first] = await crowd({ arm: 'a', people: 200, buyers: 20 });
    await crowd({ arm: 'b', people: 200, buyers: 30 });
    const twice = {
      workspaceId: actor.workspaceId,
      experimentId: id,
      phase: 1,
      customerId: first ?? 'cus_',
    } as const;
    await inWorkspace(actor.workspaceId, (tx) =>
      tx.insert(exposures).values({ ...twice, arm: 'b', assignedAt: now(), exposedAt: now() }),
    );
    await daysLater(3);
    const { report, look } = await found();
    expect(look).toBe(1);
    expect(report?.arms.map(({ exposed, converted, matured }) => [exposed, converted, matured])).toEqual([
      [199, 19, 0],
      [200, 30, 0],
    ]);
    expect(report?.twoArmPeople).toBe(1);
    expect(report?.arms[1]?.revenue).toBeCloseTo(1.5, 10);
    await daysLater(7);
    expect((await found()).report?.maturedShare).toBe(1);
  });

  it('adds up values, less refunds, with a cap on the rarest', async () => {
    await live({ metric: { measure: 'sum' } });
    await crowd({ arm: 'a', people: 100, buyers: 50, total: 10 });
    const people = await crowd({ arm: 'b', people: 100, buyers: 50, total: 20 });
    const { workspaceId } = actor;
    const refund = {
      type: 'track' as const,
      lane: -1,
      source: 'test',
      bodyHash: '',
      traits: {},
      context: {},
    };
    const at = new Date(now().getTime() + 2 * DAY);
    await inWorkspace(workspaceId, (tx) =>
      tx.insert(events).values({
        ...{
          ...refund,
          workspaceId,
          name: 'Order Refunded',
          customerId: people[0] ?? 'cus_',
          messageId: 'r',
        },
        ...{ properties: { total: 20 }, occurredAt: at, receivedAt: at },
      }),
    );
    await daysLater(4);
    const { report } = await found();
    expect(report?.arms.map(({ mean }) => mean)).toEqual([5, 9.8]);
    expect(report?.arms[1]?.converted).toBe(49);
    expect(report?.cap).toBe(20);
  });

  it('says which people a figure is about, and only to their own shop', async () => {
    await live();
    await crowd({ arm: 'a', people: 12, buyers: 3 });
    await crowd({ arm: 'b', people: 10, buyers: 4 });
    await daysLater(3);
    const who = async (filter: object) =>
      unwrap(await listExposed(actor, { ...ListExposed.parse(filter), id })).data.length;
    expect(await who({})).toBe(22);
    expect(await who({ arm: 'b', who: 'converted' })).toBe(4);
    expect(await who({ arm: 'b', who: 'assigned' })).toBe(10);
    expect(await who({ who: 'two-arms' })).toBe(0);
    const page = unwrap(await listExposed(actor, { ...ListExposed.parse({ limit: 20 }), id }));
    const rest = unwrap(
      await listExposed(actor, { ...ListExposed.parse({ limit: 20, cursor: page.next ?? '' }), id }),
    );
    expect(new Set([...page.data, ...rest.data].map(({ customerId }) => customerId)).size).toBe(22);
    const { actor: stranger } = await freshWorkspace();
    expect(await listExposed(stranger, { ...ListExposed.parse({}), id })).toMatchObject({ ok: false });
    expect(await listLooks(stranger, { ...ListLooks.parse({}), id })).toMatchObject({ ok: false });
    expect(await findExperiment(stranger, { id })).toMatchObject({ ok: false });
    expect(await promoteArm(stranger, { id, arm: 'a' })).toMatchObject({ refusal: { code: 'not-found' } });
    expect(unwrap(await listExperiments(stranger, ListExperiments.parse({}))).data).toEqual([]);
  });

  it('pauses an arm that makes people leave', async () => {
    await live();
    await crowd({ arm: 'a', people: 300, buyers: 10 });
    const people = await crowd({ arm: 'b', people: 300, buyers: 40 });
    const { workspaceId } = actor;
    await inWorkspace(workspaceId, (tx) =>
      tx.insert(consents).values(
        people.slice(0, 60).map((customerId) => ({
          ...{
            workspaceId,
            id: newId('cns'),
            customerId,
            channel: 'email' as const,
            state: 'opted-out' as const,
          },
          ...{ source: 'test', proof: {}, at: new Date(now().getTime() + DAY) },
        })),
      ),
    );
    await daysLater(3);
    const { state, outcome } = await found();
    expect([state, outcome?.kind, outcome?.arm]).toEqual(['stopped', 'paused', 'a']);
    expect(await comesBy('late')).toMatchObject({ code: 'experiment-settled', arm: 'a' });
  });
});

describe('a winner', () => {
  it('takes new entries, and the split comes back as a new phase', async () => {
    await live();
    await crowd({ arm: 'a', people: 600, buyers: 30 });
    await crowd({ arm: 'b', people: 600, buyers: 150 });
    await daysLater(2);
    expect((await found()).verdict).toEqual({ kind: 'running' });
    await daysLater(8);
    const won = await found();
    expect(won.verdict).toEqual({ kind: 'winner', arm: 'b', by: 'early' });
    expect([won.state, won.outcome?.by, won.look]).toEqual(['decided', 'Experiment rule', 2]);
    for (const name of ['n1', 'n2', 'n3', 'n4', 'n5'])
      expect(await comesBy(name)).toMatchObject({ code: 'experiment-settled', arm: 'b' });
    await daysLater(9);
    expect((await found()).look).toBe(2);

    unwrap(await runAgain(actor, { id }));
    expect(await comesBy('again')).toMatchObject({ code: 'arm-assigned', phase: 2 });
    const again = await found();
    expect(again).toMatchObject({ phase: 2, state: 'running', look: 0 });
    expect(again.phases.map(({ phase, state }) => [phase, state])).toEqual([
      [2, 'running'],
      [1, 'decided'],
    ]);
    expect((await found(1)).report?.verdict.kind).toBe('winner');
  });

  it('may be chosen by a person, and an experiment stopped', async () => {
    await live();
    expect(await promoteArm(actor, { id, arm: 'x' })).toMatchObject({ refusal: { code: 'unknown-arm' } });
    unwrap(await stopExperiment(actor, { id }));
    expect(await stopExperiment(actor, { id })).toMatchObject({
      refusal: { code: 'experiment-not-running' },
    });
    expect(await comesBy('split')).toMatchObject({ code: 'arm-assigned', phase: 1 });
    const chosen = unwrap(await promoteArm(actor, { id, arm: 'b' }));
    expect(chosen.outcome).toMatchObject({ kind: 'chosen', arm: 'b', by: actor.name });
    expect(await comesBy('chosen')).toMatchObject({ code: 'experiment-settled', arm: 'b' });
    unwrap(await publishJourney(actor, { id: journeyId }));
    expect(await comesBy('published')).toMatchObject({ code: 'experiment-settled', arm: 'b' });
  });

  it('keeps every look, newest first', async () => {
    await live();
    await crowd({ arm: 'a', people: 20, buyers: 2 });
    for (const day of [1, 2, 3]) await daysLater(day);
    const { data, next } = unwrap(await listLooks(actor, { ...ListLooks.parse({ limit: 2 }), id }));
    expect(data.map(({ look }) => look)).toEqual([3, 2]);
    expect(data[0]?.statistics.arms[0]).toMatchObject({ arm: 'a', exposed: 20, converted: 2 });
    const rest = unwrap(await listLooks(actor, { ...ListLooks.parse({ cursor: next ?? '' }), id }));
    expect(rest.data.map(({ look }) => look)).toEqual([1]);
  });
});

describe('a forecast', () => {
  const ask = async (design: object = {}) =>
    unwrap(await forecastExperiment(actor, PlanExperiment.parse({ journeyId, weights: [50, 50], design })));

  it('goes by the last 28 days of what lets people in', async () => {
    await live();
    expect(await ask()).toMatchObject({ people: 0, baseline: null, perArm: null, days: null, power: [] });
    const people = await crowd({ arm: 'a', people: 280, buyers: 28 });
    const { workspaceId } = actor;
    const base = { type: 'track' as const, lane: -1, source: 'test', bodyHash: '', traits: {}, context: {} };
    await inWorkspace(workspaceId, (tx) =>
      tx.insert(events).values(
        people.map((customerId, index) => ({
          ...{ ...base, workspaceId, customerId, messageId: newId('obx'), name: 'Signed Up', properties: {} },
          ...{ occurredAt: now(), receivedAt: new Date(now().getTime() + index) },
        })),
      ),
    );
    setNow(new Date(new Date(START).getTime() + 14 * DAY));
    const { baseline, perArm, days, power, ...rest } = await ask();
    expect(rest.people).toBe(280);
    expect(rest.peoplePerDay).toBeCloseTo(20, 3);
    expect(baseline).toBeCloseTo(0.1, 10);
    expect(perArm).toBeGreaterThan(3_500);
    expect(days).toBe(Math.ceil((2 * (perArm ?? 0)) / 20));
    expect(power.at(-1)?.power).toBeGreaterThan(power[0]?.power ?? 1);
    const sums = await ask({ metric: { measure: 'sum' } });
    expect(sums.baseline).toBeCloseTo(1, 10);
    expect(sums.perArm).toBeGreaterThan(1_000);
  });
});
