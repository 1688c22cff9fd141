// Waits and clocks: every way to wait, all over the earth, through fourteen months with everything that clocks can do.
import { eq } from 'drizzle-orm';
import { workspaces } from '@/drizzle/schema';
import type { JourneyDocument } from '@/lib/core/journey/document';
import type { Actor } from '../actor';
import { asSystem, inWorkspace } from '../db/transaction';
import { unknownZones } from '../delivery/unknown-zones';
import { createJourney } from '../journeys/create-journey';
import { publishJourney } from '../journeys/publish-journey';
import { freshWorkspace } from '../testing/fresh-workspace';
import { unwrap } from '../testing/unwrap';
import { clockViolations, lateOf, storedWarnings } from './clock-judge';
import { clockMoves, START } from './clock-moves';
import { ClockRun } from './clock-run';
import { freezeClock } from './frozen-clock';
import { quietNights } from './quiet-nights';
import { seeded } from './random';
import type { SuitePlan, SuiteReport } from './suite';
import { withDatabase } from './suite-database';
import { dateEntries, drawingOf, entryDrawing, waits } from './waits';
import { HOME, type ZonedCustomer, zonedCustomers } from './zoned-customers';

export interface ClockPlan {
  readonly waits: number;
  /** How often a worker looks, beside the moments that ask for it. */
  readonly looks: number;
  readonly seed: number;
}

export function clockSuite({ engine, seed, numbers }: SuitePlan): Promise<SuiteReport> {
  const { waits: count = 0, looks = 0, nights = 0 } = numbers;
  return withDatabase(engine, async () => {
    const rest = await quietNights(nights, seed);
    const clocks = await runClocks({ waits: count, looks, seed });
    const figures = { ...clocks.figures, asked: rest.figures.asked ?? 0 };
    return { figures, violations: [...rest.violations, ...clocks.violations] };
  });
}

/** On the database of this process, in a workspace of its own. */
export async function runClocks(plan: ClockPlan): Promise<SuiteReport> {
  const random = seeded(plan.seed);
  freezeClock(START);
  const { actor } = await freshWorkspace();
  await settle(actor);
  const customers = zonedCustomers(Math.ceil(plan.waits / 5), START, random);
  const run = new ClockRun(actor, customers, random, plan.looks / 4 / plan.waits);
  await run.run(clockMoves(plan.waits, plan.looks, random));
  const figures = figuresOf(run);
  const unmet = Object.keys(figures).filter((name) => figures[name] === 0);
  const violations = await judge(actor, run, customers);
  return { figures, violations: [...violations, ...unmet.map((name) => `T17 never met: ${name}`)] };
}

async function settle(actor: Actor): Promise<void> {
  const { workspaceId } = actor;
  await asSystem((tx) =>
    tx.update(workspaces).set({ timeZone: HOME }).where(eq(workspaces.workspaceId, workspaceId)),
  );
  for (const [index, wait] of waits.entries()) await live(actor, `Wait ${index}`, drawingOf(wait, index));
  for (const entry of dateEntries) await live(actor, entry.name, entryDrawing(entry));
}

async function live(actor: Actor, name: string, document: JourneyDocument): Promise<void> {
  const { id } = unwrap(await createJourney(actor, { name, document }));
  unwrap(await publishJourney(actor, { id }));
}

async function judge(actor: Actor, run: ClockRun, customers: readonly ZonedCustomer[]): Promise<string[]> {
  const unknown = new Set(customers.flatMap(({ isUnknown, userId }) => (isUnknown ? [userId] : [])));
  const entered = [...run.expected.fired].filter(([, { code }]) => code === 'entered');
  const warned = run.warnings + entered.filter(([id]) => unknown.has(id.split('/')[0] ?? '')).length;
  const { violations, warnings } = await inWorkspace(actor.workspaceId, async (tx) => ({
    violations: await clockViolations(tx, run.expected),
    warnings: await storedWarnings(tx),
  }));
  const counted = unwrap(await unknownZones(actor)).customers;
  return [
    ...violations,
    ...(warnings === warned ? [] : [`${warnings} warnings of unknown zones, ${warned} were due`]),
    ...(counted === unknown.size
      ? []
      : [`${counted} customers with unknown zones, there are ${unknown.size}`]),
  ];
}

/** How often what is rare came about. Where one of these is 0, the run has shown nothing. */
function figuresOf({
  expected,
  began,
  looks,
  warnings,
  overdue,
  restartMs,
}: ClockRun): SuiteReport['figures'] {
  const fires = [...expected.fired.values()];
  const of = (is: (fire: (typeof fires)[number]) => boolean) => fires.filter(is).length;
  return {
    waits: began,
    fires: fires.length,
    waiting: expected.open.size,
    looks,
    overdue,
    restartMs,
    gaps: of(({ kind }) => kind === 'gap'),
    overlaps: of(({ kind }) => kind === 'overlap'),
    toTheMs: of(({ at, due, code }) => at === due && code !== 'delay-date-past'),
    answered: of(({ code }) => code === 'event-happened'),
    entries: of(({ code }) => code === 'entered'),
    unusable: of(({ code }) => code === 'delay-date-unusable'),
    unknownZones: warnings,
    expired: lateOf(expected.fired).length,
  };
}
