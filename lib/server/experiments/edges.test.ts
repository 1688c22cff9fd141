// Where there is nothing to divide by or nothing left to compare: an arm taken out while it runs, all or none converted, one arm
// that gets everybody. Each has figures and a verdict.
import { describe, expect, it } from 'vitest';
import type { ExperimentDetail } from '@/lib/core/api/experiment';
import { JourneyDocument } from '@/lib/core/journey/document';
import { publishJourney } from '../journeys/publish-journey';
import { experimentDrawing } from '../testing/experiment-drawing';
import { setExperiment } from './testing/set-experiment';

const { scene, live, publish, crowd, daysLater, found, comesBy } = setExperiment();

/** With a third arm, which goes the way of the second. */
function withThird(design: object = {}): JourneyDocument {
  const drawing = experimentDrawing({ design });
  const arms = ['a', 'b', 'c'].map((id) => ({ id, name: id.toUpperCase(), percent: id === 'a' ? 40 : 30 }));
  return JourneyDocument.parse({
    ...drawing,
    nodes: drawing.nodes.map((node) =>
      node.type === 'experiment-split' ? { ...node, data: { ...node.data, arms } } : node,
    ),
    edges: [...drawing.edges, { from: 'nod_test', exit: 'c', to: 'nod_warm' }],
  });
}

/** Every number of the page, wherever it stands. */
function numbersOf(value: unknown): number[] {
  if (typeof value === 'number') return [value];
  return typeof value === 'object' && value !== null ? Object.values(value).flatMap(numbersOf) : [];
}

function expectSound({ report }: ExperimentDetail): void {
  expect(report).not.toBeNull();
  expect(numbersOf(report).filter((one) => !Number.isFinite(one))).toEqual([]);
}

describe('an arm taken out while the experiment runs', () => {
  it('begins another phase, and what was measured with it stays readable', async () => {
    await live(withThird());
    for (const arm of ['a', 'b', 'c']) await crowd({ arm, people: 60, buyers: arm === 'c' ? 30 : 6 });
    await daysLater(3);
    expect((await found()).report?.arms.map(({ arm, converted }) => [arm, converted])).toEqual([
      ['a', 6],
      ['b', 6],
      ['c', 30],
    ]);
    await publish(experimentDrawing());
    const after = await found();
    expect(after).toMatchObject({ phase: 2, state: 'running', look: 0, report: null, isCurrent: true });
    expect(after.arms.map(({ id }) => id)).toEqual(['a', 'b']);
    const before = await found(1);
    expect(before).toMatchObject({ state: 'ended', isCurrent: false, verdict: { kind: 'running' } });
    expect(before.arms.map(({ id }) => id)).toEqual(['a', 'b', 'c']);
    expectSound(before);
    for (const name of ['n1', 'n2', 'n3', 'n4', 'n5', 'n6']) {
      const walk = await comesBy(name);
      expect([walk?.code, walk?.phase]).toEqual(['arm-assigned', 2]);
      expect(['a', 'b']).toContain(walk?.arm);
    }
    await daysLater(5);
    const looked = await found();
    expect(looked.look).toBe(1);
    expect(looked.report?.arms.map(({ arm }) => arm)).toEqual(['a', 'b']);
    expect((await found(1)).report).toEqual(before.report);
    expectSound(looked);
  });

  it('is told of no more where only its people came', async () => {
    await live(withThird());
    await crowd({ arm: 'c', people: 30, buyers: 30 });
    await publish(experimentDrawing());
    await daysLater(4);
    const looked = await found();
    expect(looked.report?.arms.map(({ arm, exposed, converted }) => [arm, exposed, converted])).toEqual([
      ['a', 0, 0],
      ['b', 0, 0],
    ]);
    expect(looked.report?.leader).toBeNull();
    expectSound(looked);
  });
});

describe.each(['converted', 'sum', 'ratio'])('measured as %s', (measure) => {
  const design = { metric: { measure }, days: 14 };

  it('has figures and a verdict where everybody converted', async () => {
    await live(experimentDrawing({ design, holdoutPercent: 10 }));
    for (const arm of ['a', 'b']) await crowd({ arm, people: 135, buyers: 135 });
    await crowd({ arm: 'holdout', people: 30, buyers: 30 });
    await daysLater(8);
    const early = await found();
    expectSound(early);
    expect(early.verdict).toEqual({ kind: 'running' });
    expect(early.report?.arms.map(({ rate }) => rate.value)).toEqual([1, 1, 1]);
    await daysLater(15);
    const end = await found();
    expectSound(end);
    expect([end.state, end.verdict?.kind]).toEqual(['stopped', 'no-winner']);
  });

  it('has figures and a verdict where nobody did', async () => {
    await live(experimentDrawing({ design, holdoutPercent: 10 }));
    for (const arm of ['a', 'b']) await crowd({ arm, people: 135, buyers: 0 });
    await crowd({ arm: 'holdout', people: 30, buyers: 0 });
    await daysLater(8);
    const early = await found();
    expectSound(early);
    expect(early.report?.unmet).toContain('conversions');
    expect(early.report?.arms.map(({ converted, value }) => [converted, value])).toEqual([
      [0, 0],
      [0, 0],
      [0, 0],
    ]);
    expect(early.report?.arms.map(({ against }) => against?.lift ?? null)).toEqual([null, null, null]);
    await daysLater(15);
    const end = await found();
    expectSound(end);
    expect([end.state, end.verdict?.kind]).toEqual(['stopped', 'no-winner']);
  });
});

it('has figures where one arm gets everybody', async () => {
  await live(experimentDrawing());
  const alone = experimentDrawing({ percents: [0, 100] });
  await publish(alone);
  const published = await publishJourney(scene.actor, { id: scene.journeyId });
  expect(published.ok).toBe(true);
  for (const name of ['n1', 'n2', 'n3']) expect((await comesBy(name))?.arm).toBe('b');
  await daysLater(3);
  const looked = await found();
  expectSound(looked);
  expect(looked.verdict?.kind).toBe('unhealthy');
  expect(looked.report?.unmet).toContain('arms');
});
