// The plain program of attribution against the reference values.
import { expect, test } from 'vitest';
import { z } from 'zod';
import { farFrom } from './far-from';
import { naiveAttribution } from './naive-attribution';
import { statisticsVectors } from './statistics-vectors';

const Instant = z.string().transform((text) => Date.parse(text));
const Told = z.object({
  exposures: z.array(z.tuple([z.string(), z.string(), Instant])),
  conversions: z.array(z.tuple([z.string(), Instant, z.number()])),
  window_days: z.number(),
  as_of: Instant,
});

test.each(statisticsVectors('attribution', Told))(
  '$id: who counts with what',
  ({ input, expected, tolerance }) => {
    const { people, inTwoArms } = naiveAttribution({
      exposures: input.exposures.map(([person, arm, at]) => ({ person, arm, at })),
      conversions: input.conversions.map(([person, at, value]) => ({ person, at, value })),
      windowMs: input.window_days * 86_400_000,
      asOf: input.as_of,
    });
    const revenue = (own: typeof people) => own.reduce((sum, { value }) => sum + value, 0);
    const arms = [...new Set(people.map(({ arm }) => arm))].map((arm) => {
      const own = people.filter((person) => person.arm === arm);
      const matured = own.filter(({ isMatured }) => isMatured);
      const told = {
        exposed: own.length,
        matured: matured.length,
        converters: own.filter(({ hits }) => hits > 0).length,
        converters_matured: matured.filter(({ hits }) => hits > 0).length,
        revenue: revenue(own),
        revenue_matured: revenue(matured),
      };
      return [arm, told] as const;
    });
    const told = { arms: Object.fromEntries(arms), excluded_multiple_arms: inTwoArms };
    expect(farFrom(told, expected, tolerance)).toEqual([]);
  },
);
