// What an experiment would take, by the shop's own past.
import { describe, expect, it } from 'vitest';
import { segmentMembers, segmentStays } from '@/drizzle/schema';
import { PlanExperiment } from '@/lib/core/api/experiment';
import { CreateSegment } from '@/lib/core/api/segment';
import { type Condition, EventTest } from '@/lib/core/condition/condition';
import { JourneyDocument } from '@/lib/core/journey/document';
import { inWorkspace } from '../db/transaction';
import { drainEngine } from '../engine/run-engine';
import { findJourney } from '../journeys/find-journey';
import { saveDraft } from '../journeys/save-draft';
import { createSegment } from '../segments/create-segment';
import { setNow } from '../testing/clock';
import { experimentDrawing } from '../testing/experiment-drawing';
import { freshWorkspace } from '../testing/fresh-workspace';
import { unwrap } from '../testing/unwrap';
import { forecastExperiment } from './forecast-experiment';
import { DAY, START, setExperiment } from './testing/set-experiment';

const { scene, live, crowd, happens } = setExperiment();

const onPro: Condition = {
  ...{ type: 'test', subject: 'property', path: ['plan'], operator: 'equals', value: 'pro' },
};

describe('a forecast', () => {
  const ask = async (design: object = {}) =>
    unwrap(
      await forecastExperiment(
        scene.actor,
        PlanExperiment.parse({ journeyId: scene.journeyId, weights: [50, 50], design }),
      ),
    );

  it('goes by the last 28 days of what lets people in', async () => {
    await live(experimentDrawing());
    expect(await ask()).toMatchObject({ people: 0, baseline: null, perArm: null, days: null, power: [] });
    const people = await crowd({ arm: 'a', people: 280, buyers: 28 });
    await happens(people, 'Signed Up', {}, 0);
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
    const ratio = await ask({ metric: { measure: 'ratio' } });
    expect([ratio.baseline, ratio.perArm, ratio.days]).toEqual([10, null, null]);
    expect((await ask({ mode: 'optimise' })).perArm).toBeGreaterThan(1_000);
  });

  it('tells how many the journey would let in now, by its events and by its segments', async () => {
    await live(experimentDrawing());
    expect((await ask()).audience).toEqual({ people: 0, segments: [] });
    const people = await crowd({ arm: 'a', people: 12, buyers: 0 });
    await happens(people.slice(0, 7), 'Signed Up', { plan: 'pro' }, 0);
    await happens(people.slice(5, 12), 'Signed Up', { plan: 'free' }, 0);
    setNow(new Date(new Date(START).getTime() + DAY));
    expect((await ask()).audience).toEqual({ people: 12, segments: [] });
    const condition = EventTest.parse({ type: 'event', event: 'Signed Up' });
    const { id } = unwrap(await createSegment(scene.actor, CreateSegment.parse({ name: 'All', condition })));
    await drainEngine();
    const { document, draftRevision } = unwrap(await findJourney(scene.actor, { id: scene.journeyId }));
    const nodes = [
      ...document.nodes.map((node) =>
        node.type === 'event-trigger' ? { ...node, data: { ...node.data, filter: onPro } } : node,
      ),
      { id: 'nod_also', type: 'segment-trigger', data: { segmentId: id } },
    ];
    const changed = JourneyDocument.parse({ ...document, nodes });
    unwrap(await saveDraft(scene.actor, { id: scene.journeyId, document: changed, draftRevision }));
    expect((await ask()).audience).toEqual({ people: 7, segments: [{ id, name: 'All', size: 12 }] });
    setNow(new Date(new Date(START).getTime() + 29 * DAY));
    expect((await ask()).audience).toMatchObject({ people: 0, segments: [{ size: 12 }] });
  });

  it('goes by who came into the segment that starts the journey, not by whom it was made with', async () => {
    await live(experimentDrawing());
    const { workspaceId } = scene.actor;
    const condition = EventTest.parse({ type: 'event', event: 'Signed Up' });
    const { id: segmentId } = unwrap(
      await createSegment(scene.actor, CreateSegment.parse({ name: 'All', condition })),
    );
    const people = await crowd({ arm: 'a', people: 50, buyers: 0 });
    const at = (days: number) => new Date(new Date(START).getTime() + days * DAY);
    const member = (days: number) => (customerId: (typeof people)[number]) => ({
      ...{ workspaceId, segmentId, customerId, enteredAt: at(days) },
    });
    await inWorkspace(workspaceId, async (tx) => {
      await tx.insert(segmentMembers).values(people.slice(0, 20).map(member(0.01)));
      await tx.insert(segmentMembers).values(people.slice(20, 40).map(member(10)));
      const stays = people
        .slice(40)
        .map(member(10))
        .map((stay) => ({ ...stay, leftAt: at(15) }));
      await tx.insert(segmentStays).values(stays);
    });
    const { document, draftRevision } = unwrap(await findJourney(scene.actor, { id: scene.journeyId }));
    const drawn = (on: string) =>
      JourneyDocument.parse({
        ...document,
        nodes: document.nodes.map((node) =>
          node.type === 'event-trigger'
            ? { ...node, type: 'segment-trigger', data: { segmentId, on } }
            : node,
        ),
      });
    const id = scene.journeyId;
    unwrap(await saveDraft(scene.actor, { id, document: drawn('entered'), draftRevision }));
    setNow(at(20));
    expect(await ask()).toMatchObject({ people: 30, peoplePerDay: expect.closeTo(3, 2) });
    const { draftRevision: next } = unwrap(await findJourney(scene.actor, { id }));
    unwrap(await saveDraft(scene.actor, { id, document: drawn('left'), draftRevision: next }));
    expect(await ask()).toMatchObject({ people: 10, peoplePerDay: expect.closeTo(2, 2) });
  });

  it('tells another workspace nothing', async () => {
    await live(experimentDrawing());
    const { actor: stranger } = await freshWorkspace();
    const asked = PlanExperiment.parse({ journeyId: scene.journeyId, weights: [50, 50], design: {} });
    expect(await forecastExperiment(stranger, asked)).toMatchObject({ refusal: { code: 'not-found' } });
  });
});
