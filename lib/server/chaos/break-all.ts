// Lives through one passage after another, each with breaks of its own, and adds up what was seen.
import { type Plan, passage } from './passage';
import { addStates, noRareStates, type RareStates } from './rare-states';
import type { Stand } from './stand';

/** Passages on one database before the next, empty one. */
const SHARE = 40;

export interface Seen {
  readonly runs: number;
  /** Breaks that were planned but that nothing came upon. */
  readonly missed: number;
  readonly violations: string[];
  readonly states: RareStates;
}

export async function breakAll(stand: Stand, plans: readonly Plan[]): Promise<Seen> {
  const violations: string[] = [];
  let states = noRareStates;
  let missed = 0;
  for (const [index, plan] of plans.entries()) {
    if (index % SHARE === SHARE - 1) await stand.renew();
    const lived = await passage(stand, plan);
    violations.push(...lived.violations.map((violation) => `${name(plan)}: ${violation}`));
    states = addStates(states, lived.states);
    missed += plan.breaks.length - lived.fired.length;
  }
  return { runs: plans.length, missed, violations, states };
}

/** As one can plant it again. */
function name({ kind, breaks }: Plan): string {
  const said = breaks.map(({ way, point, pass }) => `${way} ${point} ${pass}`);
  return `${kind}, ${said.join(', then ')}`;
}
