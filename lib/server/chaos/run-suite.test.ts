// The command line of the fault suites: engines, seed, own numbers, and what a run says.
import { expect, it } from 'vitest';
import { runSuite } from './run-suite';
import type { Suite, SuitePlan } from './suite';

function rehearse(violations: string[] = []) {
  const plans: SuitePlan[] = [];
  const lines: unknown[] = [];
  const suite: Suite = {
    numbers: { kills: 50 },
    run: async (plan) => {
      plans.push(plan);
      return { figures: { mails: 3 }, violations };
    },
  };
  const run = (...args: string[]) => runSuite('kill', suite, args, (line) => lines.push(JSON.parse(line)));
  return { plans, lines, run };
}

it('runs on both engines with one seed and says so', async () => {
  const { plans, lines, run } = rehearse();
  expect(await run('--seed', '7', '--kills', '2')).toBe(true);
  expect(plans).toEqual([
    { engine: 'pglite', seed: 7, numbers: { kills: 2 } },
    { engine: 'postgresql', seed: 7, numbers: { kills: 2 } },
  ]);
  expect(lines[0]).toEqual({ suite: 'kill', engine: 'pglite', seed: 7, kills: 2, mails: 3, violations: [] });
});

it('runs on the named engine with the usual numbers', async () => {
  const { plans, run } = rehearse();
  await run('--engine', 'postgresql');
  expect(plans).toMatchObject([{ engine: 'postgresql', numbers: { kills: 50 } }]);
});

it('fails when a promise was broken', async () => {
  expect(await rehearse(['I1 lost']).run()).toBe(false);
});

it.each([
  [['--engine', 'mysql'], /--engine is one of/],
  [['--kills', 'many'], /--kills is a whole number/],
  [['--murders', '1'], /murders/],
])('refuses %j', async (args, sentence) => {
  await expect(rehearse().run(...args)).rejects.toThrow(sentence);
});
