// What an experiment would take, by the shop's own past.
import { describe, expect, it } from 'vitest';
import { PlanExperiment } from '@/lib/core/api/experiment';
import { setNow } from '../testing/clock';
import { experimentDrawing } from '../testing/experiment-drawing';
import { unwrap } from '../testing/unwrap';
import { forecastExperiment } from './forecast-experiment';
import { DAY, START, setExperiment } from './testing/set-experiment';

const { scene, live, crowd, happens } = setExperiment();

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
});
