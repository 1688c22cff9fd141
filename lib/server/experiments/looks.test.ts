// From people to a verdict: what a look counts, what it keeps, that the winner takes new entries, and that this can be undone.
import { describe, expect, it } from 'vitest';
import { exposures } from '@/drizzle/schema';
import { ListExperiments, ListExposed, ListLooks } from '@/lib/core/api/experiment';
import { now } from '../clock';
import { inWorkspace } from '../db/transaction';
import { publishJourney } from '../journeys/publish-journey';
import { experimentDrawing } from '../testing/experiment-drawing';
import { freshWorkspace } from '../testing/fresh-workspace';
import { unwrap } from '../testing/unwrap';
import { promoteArm, runAgain, stopExperiment } from './choose-arm';
import { findExperiment } from './find-experiment';
import { listExperiments } from './list-experiments';
import { listExposed } from './list-exposed';
import { listLooks } from './list-looks';
import { DAY, setExperiment } from './testing/set-experiment';

const { scene, live, crowd, happens, optOut, daysLater, found, comesBy } = setExperiment();

describe('a look', () => {
  it('counts conversions in the window, and leaves out who was seen in two arms', async () => {
    await live(experimentDrawing());
    const [first] = await crowd({ arm: 'a', people: 200, buyers: 20 });
    await crowd({ arm: 'b', people: 200, buyers: 30 });
    const twice = {
      workspaceId: scene.actor.workspaceId,
      experimentId: scene.id,
      phase: 1,
      customerId: first ?? 'cus_',
    } as const;
    await inWorkspace(scene.actor.workspaceId, (tx) =>
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
    await live(experimentDrawing({ design: { metric: { measure: 'sum' } } }));
    await crowd({ arm: 'a', people: 100, buyers: 50, total: 10 });
    const people = await crowd({ arm: 'b', people: 100, buyers: 50, total: 20 });
    await happens(people.slice(0, 1), 'Order Refunded', { total: 20 }, 2 * DAY);
    await daysLater(4);
    const { report } = await found();
    expect(report?.arms.map(({ mean }) => mean)).toEqual([5, 9.8]);
    expect(report?.arms[1]?.converted).toBe(49);
    expect(report?.cap).toBe(20);
  });

  it('takes away what people did before, of sums', async () => {
    await live(experimentDrawing({ design: { metric: { measure: 'sum' } } }));
    for (const arm of ['a', 'b']) {
      const people = await crowd({ arm, people: 120, buyers: 60, total: arm === 'a' ? 10 : 11 });
      await happens(people.slice(0, 60), 'Order Completed', { total: 9 }, -DAY);
      await happens(people.slice(60, 70), 'Order Completed', { total: 9 }, -28 * DAY);
    }
    await daysLater(3);
    const { report } = await found();
    expect(report?.arms.map(({ second }) => [second?.mean, second?.people])).toEqual([
      [4.5, 60],
      [4.5, 60],
    ]);
    expect(report?.theta).toBeCloseTo(10.5 / 9, 2);
    expect(report?.arms[1]?.against?.se).toBeLessThan(0.1);
    expect(report?.secondary.map(({ key, value }) => [key, value])).toEqual([
      ...[
        ['orders', 0.5],
        ['orders', 0.5],
      ],
      ...[
        ['order-value', 10],
        ['order-value', 11],
      ],
    ]);
  });

  it('says which people a figure is about, and only to their own shop', async () => {
    await live(experimentDrawing());
    await crowd({ arm: 'a', people: 12, buyers: 3 });
    await crowd({ arm: 'b', people: 10, buyers: 4 });
    await daysLater(3);
    const who = async (filter: object) =>
      unwrap(await listExposed(scene.actor, { ...ListExposed.parse(filter), id: scene.id })).data.length;
    expect(await who({})).toBe(22);
    expect(await who({ arm: 'b', who: 'converted' })).toBe(4);
    expect(await who({ arm: 'b', who: 'assigned' })).toBe(10);
    expect(await who({ who: 'two-arms' })).toBe(0);
    const page = unwrap(
      await listExposed(scene.actor, { ...ListExposed.parse({ limit: 20 }), id: scene.id }),
    );
    const rest = unwrap(
      await listExposed(scene.actor, {
        ...ListExposed.parse({ limit: 20, cursor: page.next ?? '' }),
        id: scene.id,
      }),
    );
    expect(new Set([...page.data, ...rest.data].map(({ customerId }) => customerId)).size).toBe(22);
    const { actor: stranger } = await freshWorkspace();
    expect(await listExposed(stranger, { ...ListExposed.parse({}), id: scene.id })).toMatchObject({
      ok: false,
    });
    expect(await listLooks(stranger, { ...ListLooks.parse({}), id: scene.id })).toMatchObject({ ok: false });
    expect(await findExperiment(stranger, { id: scene.id })).toMatchObject({ ok: false });
    expect(await promoteArm(stranger, { id: scene.id, arm: 'a' })).toMatchObject({
      refusal: { code: 'not-found' },
    });
    expect(unwrap(await listExperiments(stranger, ListExperiments.parse({}))).data).toEqual([]);
  });

  it('pauses an arm that makes people leave', async () => {
    await live(experimentDrawing());
    await crowd({ arm: 'a', people: 300, buyers: 10 });
    const people = await crowd({ arm: 'b', people: 300, buyers: 40 });
    await optOut(people.slice(0, 60));
    await daysLater(3);
    const { state, outcome } = await found();
    expect([state, outcome?.kind, outcome?.arm]).toEqual(['stopped', 'paused', 'a']);
    expect(await comesBy('late')).toMatchObject({ code: 'experiment-settled', arm: 'a' });
  });
});

describe('a winner', () => {
  it('takes new entries, and the split comes back as a new phase', async () => {
    await live(experimentDrawing());
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

    unwrap(await runAgain(scene.actor, { id: scene.id }));
    expect(await comesBy('again')).toMatchObject({ code: 'arm-assigned', phase: 2 });
    const again = await found();
    expect(again).toMatchObject({ phase: 2, state: 'running', look: 0 });
    expect(again.phases.map(({ phase, state }) => [phase, state])).toEqual([
      [2, 'running'],
      [1, 'decided'],
    ]);
    expect((await found(1)).report?.verdict.kind).toBe('winner');
  });

  it('need not be waited for: what runs may begin once more, and then is over', async () => {
    await live(experimentDrawing());
    unwrap(await runAgain(scene.actor, { id: scene.id }));
    expect((await found()).phases.map(({ phase, state }) => [phase, state])).toEqual([
      [2, 'running'],
      [1, 'ended'],
    ]);
  });

  it('may be chosen by a person, and an experiment stopped', async () => {
    await live(experimentDrawing());
    expect(await promoteArm(scene.actor, { id: scene.id, arm: 'x' })).toMatchObject({
      refusal: { code: 'unknown-arm' },
    });
    unwrap(await stopExperiment(scene.actor, { id: scene.id }));
    expect(await stopExperiment(scene.actor, { id: scene.id })).toMatchObject({
      refusal: { code: 'experiment-not-running' },
    });
    expect(await comesBy('split')).toMatchObject({ code: 'arm-assigned', phase: 1 });
    const chosen = unwrap(await promoteArm(scene.actor, { id: scene.id, arm: 'b' }));
    expect(chosen.outcome).toMatchObject({ kind: 'chosen', arm: 'b', by: scene.actor.name });
    expect(await comesBy('chosen')).toMatchObject({ code: 'experiment-settled', arm: 'b' });
    unwrap(await publishJourney(scene.actor, { id: scene.journeyId }));
    expect(await comesBy('published')).toMatchObject({ code: 'experiment-settled', arm: 'b' });
  });

  it('keeps every look, newest first', async () => {
    await live(experimentDrawing());
    await crowd({ arm: 'a', people: 20, buyers: 2 });
    for (const day of [1, 2, 3]) await daysLater(day);
    const { data, next } = unwrap(
      await listLooks(scene.actor, { ...ListLooks.parse({ limit: 2 }), id: scene.id }),
    );
    expect(data.map(({ look }) => look)).toEqual([3, 2]);
    expect(data[0]?.statistics.arms[0]).toMatchObject({ arm: 'a', exposed: 20, converted: 2 });
    const rest = unwrap(
      await listLooks(scene.actor, { ...ListLooks.parse({ cursor: next ?? '' }), id: scene.id }),
    );
    expect(rest.data.map(({ look }) => look)).toEqual([1]);
  });
});
