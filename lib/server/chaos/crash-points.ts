// Breaks one passage at every point and every statement it passes, at every passing, in every way: first thrown and lost and
// hung inside this process, then killed as a real one.

import { breakAll } from './break-all';
import { type Break, STATEMENT, type Way, ways } from './breaker';
import { type Plan, passage } from './passage';
import { neverMet, type RareStates } from './rare-states';
import { openStand, type Stand } from './stand';
import type { Engine, SuitePlan, SuiteReport } from './suite';

/** Each meets a state that hardly ever comes about, so that short runs see it too. */
const TELLING: readonly Plan[] = [
  { kind: 'plain', breaks: [{ point: 'ingest.commit', pass: 1, way: 'lost' }] },
  { kind: 'poisoned', breaks: [{ point: 'engine.commit', pass: 1, way: 'lost' }] },
  { kind: 'plain', breaks: [{ point: 'sender.claim', pass: 1, way: 'stall' }] },
  { kind: 'plain', breaks: [{ point: 'sender.send', pass: 1, way: 'hang' }] },
  { kind: 'nobody', breaks: [{ point: 'sender.find', pass: 1, way: 'throw' }] },
  { kind: 'plain', breaks: [{ point: 'sender.finish', pass: 1, way: 'throw' }] },
];

export async function crashPoints({ engine, seed, numbers }: SuitePlan): Promise<SuiteReport> {
  const { every = 1 } = numbers;
  const stand = await openStand(engine);
  try {
    const all = breaksAlong(await trace(stand));
    const chosen = all.filter((_, index) => index % every === seed % every);
    const seen = await breakAll(stand, [
      ...TELLING,
      ...chosen.map((one): Plan => ({ kind: 'plain', breaks: [one] })),
    ]);
    const { runs, missed, states } = seen;
    const points = new Set(all.map(({ point }) => point)).size;
    return {
      figures: { points, breaks: all.length, runs, missed, ...states },
      violations: [...seen.violations, ...neverMet(states, promisedStates(engine))],
    };
  } finally {
    await stand.close();
  }
}

/** The embedded database has no second process that could take over while the first still hangs. */
export function promisedStates(engine: Engine): readonly (keyof RareStates)[] {
  const anywhere = ['repliesLost', 'unknownSends', 'leasesStolen', 'deadLetters', 'eventsParked'] as const;
  return engine === 'pglite' ? anywhere : [...anywhere, 'zombiesRefused'];
}

/** What a passage passes once caches are warm, in order. */
export async function trace(stand: Stand): Promise<readonly string[]> {
  const clean: Plan = { kind: 'plain', breaks: [] };
  await passage(stand, clean);
  return (await passage(stand, clean)).passed;
}

/** A statement is one among many of a point, so that hanging there shows nothing that hanging at the point does not. */
function breaksAlong(passed: readonly string[]): Break[] {
  const seen = new Map<string, number>();
  return passed.flatMap((point) => {
    const pass = (seen.get(point) ?? 0) + 1;
    seen.set(point, pass);
    return waysAt(point).map((way) => ({ point, pass, way }));
  });
}

export function waysAt(point: string): readonly Way[] {
  return point === STATEMENT ? ['throw', 'lost'] : ways;
}
