// What a look counts, held to the plain program: who is in which arm, since when, and with what.
import fc from 'fast-check';
import { beforeAll, describe, expect, it } from 'vitest';
import { z } from 'zod';
import { events, exposures } from '@/drizzle/schema';
import { PhaseDesign } from '@/lib/core/experiment/phase-design';
import { winsorCap } from '@/lib/core/experiment/winsor-cap';
import { naiveAttribution, type Told } from '@/lib/core/testing/naive-attribution';
import { statisticsVectors } from '@/lib/core/testing/statistics-vectors';
import type { Actor } from '../actor';
import { inWorkspace } from '../db/transaction';
import { newId } from '../new-id';
import { freshWorkspace } from '../testing/fresh-workspace';
import { loadStatistics } from './load-statistics';

const HOUR = 3_600_000;
const START = Date.parse('2026-03-01T00:00:00Z');

let actor: Actor;
beforeAll(async () => {
  ({ actor } = await freshWorkspace());
});

function designOf(windowMs: number, mode: string): PhaseDesign {
  return PhaseDesign.parse({
    ...{ name: 'Test', arms: [], holdoutPercent: 0, countedFrom: 'send', leadMs: 0, mode },
    metric: { measure: 'sum', windowHours: windowMs / HOUR },
  });
}

/** Writes the exposures and orders down under new names, and counts them. */
async function counted(told: Told, mode: string) {
  const { workspaceId } = actor;
  const ref = { workspaceId, experimentId: newId('exp'), journeyId: newId('jrn'), phase: 1 };
  const names = new Map<string, `cus_${string}`>();
  for (const { person } of [...told.exposures, ...told.conversions])
    names.set(person, names.get(person) ?? newId('cus'));
  const customerOf = (person: string) => names.get(person) ?? newId('cus');
  return inWorkspace(workspaceId, async (tx) => {
    for (const { person, arm, at } of [...told.exposures].sort((one, other) => one.at - other.at)) {
      const [exposedAt, { journeyId: _, ...experiment }] = [new Date(at), ref];
      const row = { ...experiment, customerId: customerOf(person), arm, assignedAt: exposedAt, exposedAt };
      await tx.insert(exposures).values(row).onConflictDoNothing();
    }
    for (const { person, at, value } of told.conversions) {
      await tx.insert(events).values({
        ...{
          workspaceId,
          customerId: customerOf(person),
          source: 'test',
          messageId: newId('obx'),
          bodyHash: '',
        },
        ...{
          name: 'Order Completed',
          type: 'track',
          properties: { total: value },
          lane: -1,
          traits: {},
          context: {},
        },
        ...{ occurredAt: new Date(at), receivedAt: new Date(at) },
      });
    }
    return loadStatistics(tx, ref, designOf(told.windowMs, mode), new Date(told.asOf));
  });
}

function plainly(told: Told, mode: string) {
  const { people, inTwoArms } = naiveAttribution(told);
  const isCounted = (person: (typeof people)[number]) => mode !== 'test-then-send' || person.isMatured;
  const cap = winsorCap(people.filter(isCounted).map(({ value }) => value)) ?? 0;
  const arms = [...new Set(people.map(({ arm }) => arm))].sort().map((arm) => {
    const own = people.filter((person) => person.arm === arm);
    const values = own.filter(isCounted).map(({ value }) => Math.min(value, cap));
    const mean = values.reduce((sum, value) => sum + value, 0) / Math.max(1, values.length);
    const squares = values.reduce((sum, value) => sum + (value - mean) ** 2, 0);
    return {
      arm,
      exposed: own.length,
      matured: own.filter(({ isMatured }) => isMatured).length,
      counted: values.length,
      converted: own.filter((person) => isCounted(person) && person.value > 0).length,
      mean: expect.closeTo(mean, 9),
      variance: expect.closeTo(values.length > 1 ? squares / (values.length - 1) : 0, 6),
    };
  });
  return { arms, twoArmPeople: inTwoArms.length };
}

async function expectSame(told: Told, mode: string): Promise<void> {
  const { arms, twoArmPeople } = await counted(told, mode);
  const seen = arms.filter(({ exposed }) => exposed > 0).sort((one, other) => (one.arm < other.arm ? -1 : 1));
  const expected = plainly(told, mode);
  expect({ arms: seen, twoArmPeople }).toMatchObject(expected);
  expect(seen).toHaveLength(expected.arms.length);
}

const Instant = z.string().transform((text) => Date.parse(text));
const Vector = z.object({
  exposures: z.array(z.tuple([z.string(), z.string(), Instant])),
  conversions: z.array(z.tuple([z.string(), Instant, z.number()])),
  window_days: z.number(),
  as_of: Instant,
});

describe('a look counts as the plain program does', () => {
  it.each(statisticsVectors('attribution', Vector))('$id', async ({ input }) => {
    const told: Told = {
      exposures: input.exposures.map(([person, arm, at]) => ({ person, arm, at })),
      conversions: input.conversions.map(([person, at, value]) => ({ person, at, value })),
      windowMs: input.window_days * 24 * HOUR,
      asOf: input.as_of,
    };
    await expectSame(told, 'fixed-window');
    await expectSame(told, 'test-then-send');
  });

  it('whoever comes when, and buys what', async () => {
    const person = fc.constantFrom('ann', 'bob', 'cid', 'dee', 'eve', 'fay');
    const at = fc.integer({ min: 0, max: 12 }).map((hours) => START + hours * HOUR);
    const told = fc.record<Told>({
      exposures: fc.array(fc.record({ person, arm: fc.constantFrom('a', 'b', 'c'), at }), { maxLength: 8 }),
      conversions: fc.array(fc.record({ person, at, value: fc.integer({ min: 0, max: 90 }) }), {
        maxLength: 12,
      }),
      windowMs: fc.constantFrom(1, 3, 5).map((hours) => hours * HOUR),
      asOf: at,
    });
    const mode = fc.constantFrom('fixed-window', 'test-then-send');
    await fc.assert(fc.asyncProperty(told, mode, expectSame), { numRuns: 15 });
  });
});
