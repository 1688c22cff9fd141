import { sql } from 'drizzle-orm';
import { describe, expect, it } from 'vitest';
import { RepeatQuery, RetentionPeopleQuery, RetentionQuery } from '@/lib/core/api/analytics';
import { cellCondition } from '@/lib/core/retention/cell-condition';
import type { Actor } from '../actor';
import { inWorkspace, rows } from '../db/transaction';
import { conditionSql } from '../segments/condition-sql';
import { freshWorkspace } from '../testing/fresh-workspace';
import { unwrap } from '../testing/unwrap';
import { listRetentionPeople } from './list-retention-people';
import { readRepeatPurchase } from './read-repeat-purchase';
import { readRetention } from './read-retention';
import { smallShop } from './testing/small-shop';

const asOf = '2026-04-10T00:00:00.000Z';
const asked = { asOf, from: '2026-01-01', cohorts: '4', periods: '4' };
const retention = (more: Record<string, string> = {}) => RetentionQuery.parse({ ...asked, ...more });
const people = (more: Record<string, string>) => RetentionPeopleQuery.parse({ ...asked, ...more });

describe('a retention report', () => {
  it('has the triangle, an average row of what is over, and its interval', async () => {
    const { actor } = await smallShop();
    const { groups, columns } = unwrap(await readRetention(actor, retention()));
    expect(columns).toHaveLength(4);
    expect(groups).toHaveLength(1);
    const [{ cohorts = [], average = [] } = {}] = groups;
    expect(cohorts.map(({ start, size, repeated }) => [start, size, repeated])).toEqual([
      ['2026-01-01', 2, 1],
      ['2026-02-01', 1, 0],
      ['2026-03-01', 1, 0],
      ['2026-04-01', 0, 0],
    ]);
    expect(cohorts.map(({ cells }) => cells.map(({ people }) => people))).toEqual([
      [2, 0, 1, 0],
      [1, 1, 0, null],
      [1, 0, null, null],
      [0, null, null, null],
    ]);
    expect(average[1]).toMatchObject({ people: 1, size: 3, weighted: 1 / 3, simple: 0.5 });
    expect(average[1]?.low).toBeGreaterThan(0.06);
    expect(average[3]).toMatchObject({ weighted: null, low: null, high: null });
  });

  it('is empty, not broken, where nothing has happened yet', async () => {
    const { actor } = await freshWorkspace();
    const { groups } = unwrap(await readRetention(actor, RetentionQuery.parse({})));
    expect(groups[0]?.cohorts).toHaveLength(12);
    expect(groups[0]?.cohorts.every(({ size }) => size === 0)).toBe(true);
    const repeat = unwrap(await readRepeatPurchase(actor, RepeatQuery.parse({})));
    expect(repeat).toMatchObject({ leftOut: 0, waits: [] });
    expect(repeat.shares.every(({ share }) => share === null)).toBe(true);
  });

  it.each([
    ['startWhere', { startWhere: 'no json' }],
    [
      'startWhere',
      { startWhere: '[{"type":"test","subject":"attribute","path":["a"],"operator":"is-set"}]' },
    ],
    ['returnsWhere', { returnsWhere: '[1' }],
    ['brackets', { measure: 'brackets' }],
    ['brackets', { measure: 'brackets', brackets: '3-1' }],
    ['ids', { by: 'segment' }],
  ])('refuses what makes no sense, by its field: %s', async (field, more) => {
    const { actor } = await freshWorkspace();
    const result = await readRetention(actor, RetentionQuery.parse(more));
    expect(result).toMatchObject({ ok: false, refusal: { code: 'invalid-field', field } });
  });
});

describe('the people behind a cell', () => {
  const idsOf = async (actor: Actor, more: Record<string, string>) =>
    unwrap(await listRetentionPeople(actor, people(more))).data.map(({ id }) => id);

  it('are those who came back, or the rest of the cohort', async () => {
    const { actor, of } = await smallShop();
    const january = { period: '2026-01-01', column: '2' };
    expect(await idsOf(actor, january)).toEqual([`cus_${of('ann')}`]);
    expect(await idsOf(actor, { ...january, who: 'missing' })).toEqual([`cus_${of('bob')}`]);
    expect(await idsOf(actor, { period: '2026-01-01' })).toHaveLength(2);
    expect(await idsOf(actor, { ...january, who: 'everybody' })).toHaveLength(2);
  });

  it('come page by page', async () => {
    const { actor } = await smallShop();
    const first = unwrap(await listRetentionPeople(actor, people({ period: '2026-01-01', limit: '1' })));
    const rest = await listRetentionPeople(
      actor,
      people({ period: '2026-01-01', limit: '1', cursor: first.next ?? '' }),
    );
    expect(first.data).toHaveLength(1);
    expect(unwrap(rest).data).toHaveLength(1);
    expect(unwrap(rest).data[0]?.id).not.toBe(first.data[0]?.id);
    expect(unwrap(rest).next).toBeNull();
  });

  it('are as many as every cell says', async () => {
    const { actor } = await smallShop();
    const [{ cohorts = [] } = {}] = unwrap(await readRetention(actor, retention())).groups;
    for (const { start, cells } of cohorts) {
      for (const [column, cell] of cells.entries()) {
        const ids = await idsOf(actor, { period: start, column: String(column) });
        expect(ids).toHaveLength(cell.people ?? 0);
      }
    }
  });

  it('are as many as every point of the average row says', async () => {
    const { actor } = await smallShop();
    const [{ average = [], cohorts = [] } = {}] = unwrap(await readRetention(actor, retention())).groups;
    expect(average.map(({ people }) => people)).toEqual([4, 1, 1, 0]);
    for (const [column, { people, size }] of average.entries()) {
      const back = await idsOf(actor, { column: String(column) });
      expect(back).toHaveLength(people);
      const rest = await idsOf(actor, { column: String(column), who: 'missing' });
      expect(rest).toHaveLength(size - people);
    }
    const total = cohorts.reduce((sum, { size }) => sum + size, 0);
    expect(await idsOf(actor, { column: '3', who: 'everybody' })).toHaveLength(total);
  });

  it('are those for whom the cell’s condition holds', async () => {
    const { actor } = await smallShop();
    const { workspaceId } = actor;
    const whos = ['returned', 'missing'] as const;
    let compared = 0;
    for (const more of [
      {},
      { cohort: 'recurring' },
      { measure: 'on-or-after' },
      { unit: 'week', cohorts: '9' },
    ]) {
      const { definition, groups } = unwrap(await readRetention(actor, retention(more)));
      const cells = groups[0]?.cohorts.flatMap(({ start, cells }) =>
        cells.map((_, column) => ({ start, column })),
      );
      for (const { start, column } of cells ?? []) {
        for (const who of whos.slice(0, column === 0 ? 1 : 2)) {
          const condition = cellCondition(definition, { period: start, column, who, group: null });
          if (typeof condition === 'string') throw new Error(condition);
          const selection = { workspaceId, now: Date.parse(asOf), timeZone: 'UTC' };
          const meant = await inWorkspace(workspaceId, (tx) =>
            rows<{ id: string }>(
              tx,
              sql`select c.id from customers c where ${conditionSql(condition, selection)}`,
            ),
          );
          const found = await idsOf(actor, { ...more, period: start, column: String(column), who });
          expect(meant.map(({ id }) => id).sort()).toEqual(found.sort());
          compared += found.length;
        }
      }
    }
    expect(compared).toBeGreaterThan(20);
  });

  it('are nobody of another workspace, and of no cohort that is not there', async () => {
    await smallShop();
    const { actor: stranger } = await freshWorkspace();
    expect(await idsOf(stranger, { period: '2026-01-01' })).toEqual([]);
    const elsewhere = await listRetentionPeople(stranger, people({ period: '2025-01-01' }));
    expect(elsewhere).toMatchObject({ ok: false, refusal: { field: 'period' } });
    const nobody = await listRetentionPeople(stranger, people({ period: '2026-01-01', group: 'seg_x' }));
    expect(nobody).toMatchObject({ ok: false, refusal: { field: 'group' } });
  });
});
