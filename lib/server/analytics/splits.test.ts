// One side of a split is counted as the plain program counts it: members of segments, who entered journeys, arms of
// experiments. `RETENTION_RUNS=200` looks longer.
import { sql } from 'drizzle-orm';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { RetentionQuery } from '@/lib/core/api/analytics';
import type { Id } from '@/lib/core/id';
import type { RetentionDefinition } from '@/lib/core/retention/definition';
import { matrixOf } from '@/lib/core/retention/matrix';
import { addPeriods, beginsAt } from '@/lib/core/retention/period';
import { type Anchor, plainRetention } from '@/lib/core/retention/plain-retention';
import { inWorkspace } from '../db/transaction';
import { createJourney } from '../journeys/create-journey';
import { publishJourney } from '../journeys/publish-journey';
import { newId } from '../new-id';
import { experimentDrawing } from '../testing/experiment-drawing';
import { freshWorkspace } from '../testing/fresh-workspace';
import { unwrap } from '../testing/unwrap';
import { countRetention } from './count-retention';
import { readRetention } from './read-retention';
import { type RetentionGroup, retentionQuestion } from './retention-question';
import { splitChoices } from './split-choices';
import { arbitraryShop, definitionsOf, historiesOf } from './testing/arbitrary-retention';
import { storeHistories } from './testing/store-histories';

const RUNS = Number(process.env.RETENTION_RUNS ?? 6);
const SEED = Number(process.env.RETENTION_SEED ?? 20_261_124);
const DAY = 86_400_000;

const segment = 'seg_split' as const;
const journey = 'jrn_split' as const;
const experiment = 'exp_split' as const;

const groups: readonly RetentionGroup[] = [
  { by: 'segment', id: segment, at: 'anchor' },
  { by: 'segment', id: segment, at: 'now' },
  { by: 'journey', id: journey },
  { by: 'experiment', id: experiment, arm: 'a' },
  { by: 'experiment', id: experiment, arm: 'holdout' },
];

const offset = fc.integer({ min: -5, max: 95 }).map((days) => days * DAY);

/** What is known of a person besides what they did. Instants are offsets from the start. */
const side = fc.record({
  member: fc.option(offset),
  stays: fc.array(fc.tuple(offset, fc.integer({ min: 1, max: 40 * DAY })), { maxLength: 2 }),
  entries: fc.array(offset, { maxLength: 2 }),
  exposures: fc.uniqueArray(fc.record({ arm: fc.constantFrom('a', 'b', 'holdout'), offset }), {
    selector: ({ arm }) => arm,
    maxLength: 2,
  }),
});
type Side = typeof side extends fc.Arbitrary<infer One> ? One : never;

async function storeSides(
  workspaceId: Id<'wsp'>,
  start: number,
  sides: ReadonlyMap<string, Side>,
): Promise<void> {
  const at = (offset: number) => new Date(start + offset).toISOString();
  await inWorkspace(workspaceId, async (tx) => {
    for (const [person, { member, stays, entries, exposures }] of sides) {
      const who = sql`${workspaceId}, ${`cus_${person}`}`;
      if (member !== null) {
        await tx.execute(sql`insert into segment_members (workspace_id, customer_id, segment_id, entered_at)
          values (${who}, ${segment}, ${at(member)})`);
      }
      for (const [enter, length] of stays) {
        await tx.execute(sql`insert into segment_stays (workspace_id, customer_id, segment_id, entered_at, left_at)
          values (${who}, ${segment}, ${at(enter)}, ${at(enter + length)})`);
      }
      for (const entry of entries) {
        await tx.execute(sql`
          insert into enrollments (workspace_id, customer_id, id, journey_id, version, lane, key, status, visits, trigger,
            entered_at, arrived_at)
          values (${who}, ${newId('enr')}, ${journey}, 1, 0, '', 'ended', 1, '{}', ${at(entry)}, ${at(entry)})`);
      }
      for (const { arm, offset: exposed } of exposures) {
        await tx.execute(sql`
          insert into exposures (workspace_id, customer_id, experiment_id, phase, arm, assigned_at, exposed_at)
          values (${who}, ${experiment}, 1, ${arm}, ${at(exposed)}, ${at(exposed)})`);
      }
    }
  });
}

/** As the definitions on the page say it. */
function isIn(
  group: RetentionGroup,
  own: Side,
  { anchor, end, start }: { anchor: number; end: number; start: number },
) {
  switch (group.by) {
    case 'segment': {
      const since = own.member === null ? Number.POSITIVE_INFINITY : start + own.member;
      if (group.at === 'now') return own.member !== null;
      const stays = own.stays.map(([enter, length]) => [start + enter, start + enter + length] as const);
      return since <= anchor || stays.some(([enter, leave]) => enter <= anchor && leave > anchor);
    }
    case 'journey':
      return own.entries.some((entry) => start + entry < end);
    case 'experiment': {
      const seen = new Set<string>(
        own.exposures.filter((one) => start + one.offset < end).map(({ arm }) => arm),
      );
      return seen.size === 1 && seen.has(group.arm);
    }
  }
}

it('counts every side as the plain program does', async () => {
  let people = 0;
  for (const [run, drawn] of fc.sample(arbitraryShop, { numRuns: RUNS, seed: SEED }).entries()) {
    const { workspaceId } = await freshWorkspace();
    const histories = historiesOf(drawn, `split${process.pid}x${run}n`);
    const drawnSides = fc.sample(side, { numRuns: histories.length, seed: SEED + run });
    const sides = new Map(histories.map(({ person }, index) => [person, drawnSides[index] ?? emptySide]));
    await storeHistories(workspaceId, histories);
    await storeSides(workspaceId, drawn.start, sides);
    const asOf = drawn.start + drawn.asOfDays * DAY;
    for (const definition of definitionsOf(drawn)) {
      for (const group of groups) {
        const question = retentionQuestion(
          { workspaceId, definition, asOf: new Date(asOf) },
          drawn.zone,
          group,
        );
        const tallies = await inWorkspace(workspaceId, (tx) => countRetention(tx, question));
        const counted = isCounted(definition, group, { sides, zone: drawn.zone, start: drawn.start });
        const plain = plainRetention(definition, histories, asOf, drawn.zone, counted);
        const found = matrixOf(definition, tallies, asOf, drawn.zone);
        expect(found, JSON.stringify({ run, group, zone: drawn.zone, definition })).toEqual(plain);
        people += plain.cohorts.reduce((sum, { size }) => sum + size, 0);
      }
    }
  }
  expect(people).toBeGreaterThan(50);
}, 3_600_000);

const emptySide: Side = { member: null, stays: [], entries: [], exposures: [] };

function isCounted(
  { unit }: RetentionDefinition,
  group: RetentionGroup,
  { sides, zone, start }: { sides: ReadonlyMap<string, Side>; zone: string; start: number },
) {
  return ({ person, cohort, at }: Anchor) => {
    const end = beginsAt(addPeriods(cohort, unit, 1), zone);
    return isIn(group, sides.get(person) ?? emptySide, { anchor: at, end, start });
  };
}

describe('a report split by arms', () => {
  it('calls them by their names, and shows those asked for', async () => {
    const { actor } = await freshWorkspace();
    const { workspaceId } = actor;
    const document = experimentDrawing({ holdoutPercent: 10 });
    const { id: journeyId } = unwrap(await createJourney(actor, { name: 'Welcome', document }));
    unwrap(await publishJourney(actor, { id: journeyId }));
    const { experiments, journeys, segments } = await splitChoices(actor);
    expect(journeys).toEqual([{ id: journeyId, name: 'Welcome' }]);
    expect(segments).toEqual([]);
    expect(experiments).toMatchObject([
      {
        name: 'Warm or plain',
        journeyName: 'Welcome',
        arms: [{ id: 'a', name: 'Plain' }, { id: 'b' }, { id: 'holdout' }],
      },
    ]);
    const ids = experiments[0]?.id ?? '';
    await inWorkspace(workspaceId, async (tx) => {
      for (const arm of ['a', 'b', 'holdout']) {
        await tx.execute(sql`
          insert into exposures (workspace_id, customer_id, experiment_id, phase, arm, assigned_at, exposed_at)
          values (${workspaceId}, ${`cus_${arm}`}, ${ids}, 1, ${arm}, now(), now())`);
      }
    });
    const sidesOf = async (more: object) => {
      const query = RetentionQuery.parse({ by: 'experiment', ids, ...more });
      return unwrap(await readRetention(actor, query)).groups.map(({ id, label }) => [id, label]);
    };
    const all = [
      [null, ''],
      ['a', 'Plain'],
      ['b', 'Warm'],
      ['holdout', 'holdout'],
    ];
    expect(await sidesOf({})).toEqual(all);
    expect(await sidesOf({ arms: 'b,holdout' })).toEqual([all[0], all[2], all[3]]);
    const { actor: stranger } = await freshWorkspace();
    expect(await splitChoices(stranger)).toEqual({ segments: [], journeys: [], experiments: [] });
    const query = RetentionQuery.parse({ by: 'experiment', ids });
    expect(unwrap(await readRetention(stranger, query)).groups).toHaveLength(1);
  });
});
