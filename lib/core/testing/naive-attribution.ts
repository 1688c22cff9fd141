// Who counts in which arm and with what, told once more without SQL, one person after the other: what a look's statistics are held to.

export interface Told {
  readonly exposures: readonly { readonly person: string; readonly arm: string; readonly at: number }[];
  readonly conversions: readonly { readonly person: string; readonly at: number; readonly value: number }[];
  readonly windowMs: number;
  readonly asOf: number;
}

interface Person {
  readonly person: string;
  readonly arm: string;
  readonly isMatured: boolean;
  readonly hits: number;
  readonly value: number;
}

/**
 * Everybody counts once, from the first exposure, in its arm; conversions in [first, first + window) count, as far as they have happened
 * at `asOf`. Who was seen in two arms counts in none.
 */
export function naiveAttribution({ exposures, conversions, windowMs, asOf }: Told): {
  readonly people: readonly Person[];
  readonly inTwoArms: readonly string[];
} {
  const people: Person[] = [];
  const inTwoArms: string[] = [];
  const seen = exposures.filter(({ at }) => at <= asOf);
  for (const person of new Set(seen.map((exposure) => exposure.person))) {
    const own = seen.filter((exposure) => exposure.person === person);
    const [arm = '', ...others] = new Set(own.map((exposure) => exposure.arm));
    if (others.length > 0) inTwoArms.push(person);
    const first = Math.min(...own.map(({ at }) => at));
    const until = first + windowMs;
    const counted = conversions.filter(
      ({ person: who, at }) => who === person && at >= first && at < until && at <= asOf,
    );
    const value = counted.reduce((sum, conversion) => sum + conversion.value, 0);
    if (others.length === 0)
      people.push({ person, arm, isMatured: until <= asOf, hits: counted.length, value });
  }
  return { people, inTwoArms };
}
