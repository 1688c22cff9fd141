// Breaks one passage twice, at random: the second break falls wherever the way back from the first one leads. A seed repeats
// the run, and a violation names both breaks.

import { breakAll } from './break-all';
import { type Break, STATEMENT } from './breaker';
import { promisedStates, trace, waysAt } from './crash-points';
import { kinds, type Plan } from './passage';
import { pick, type Random, seeded } from './random';
import { neverMet } from './rare-states';
import { openStand } from './stand';
import type { SuitePlan, SuiteReport } from './suite';

/** Pairs that come upon every rare state, whatever the seed. */
const ENOUGH = 300;
/** How many of the passages may be of another kind than the plain one. */
const UNUSUAL = 0.2;

export async function crashPairs({ engine, seed, numbers }: SuitePlan): Promise<SuiteReport> {
  const { pairs = 0 } = numbers;
  const stand = await openStand(engine);
  try {
    const passed = await trace(stand);
    const random = seeded(seed);
    const plans = Array.from({ length: pairs }, () => pair(passed, random));
    const { violations, states, runs, missed } = await breakAll(stand, plans);
    return {
      figures: { runs, missed, ...states },
      violations: [...violations, ...neverMet(states, pairs < ENOUGH ? [] : promisedStates(engine))],
    };
  } finally {
    await stand.close();
  }
}

/** The first break lies anywhere on the usual path, the second anywhere behind it; the way back may come upon it earlier. */
function pair(passed: readonly string[], random: Random): Plan {
  const at = Math.floor(random() * (passed.length - 1));
  const first = breakAt(passed.slice(0, at + 1), random);
  const rest = passed.slice(at + 1);
  const second = breakAt(rest.slice(0, 1 + Math.floor(random() * rest.length)), random);
  return { kind: random() < UNUSUAL ? pick(kinds, random) : 'plain', breaks: [first, second] };
}

/** At the last of these points. */
function breakAt(passed: readonly string[], random: Random): Break {
  const point = passed.at(-1) ?? STATEMENT;
  const pass = passed.filter((one) => one === point).length;
  return { point, pass, way: pick(waysAt(point), random) };
}
