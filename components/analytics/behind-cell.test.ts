// What a cell counts is what its page says of its people.
import { expect, it } from 'vitest';
import type { RetentionReport } from '@/lib/core/api/analytics';
import type { RetentionCellRef } from '@/lib/core/retention/cell-condition';
import { behindCell } from './behind-cell';

const cohort = (start: string, size: number, people: readonly (number | null)[]) => ({
  ...{ start, size, hasBegun: true, repeated: 0 },
  cells: people.map((count) => ({ people: count, isComplete: true })),
});
const column = (people: number, size: number) => ({
  ...{ people, size, weighted: people / size, simple: null, low: null, high: null },
});
const report: Pick<RetentionReport, 'groups'> = {
  groups: [
    {
      ...{ id: null, label: '' },
      cohorts: [cohort('2026-01-01', 10, [10, 4]), cohort('2026-02-01', 5, [5, null])],
      average: [column(15, 15), column(4, 10)],
    },
  ],
};
const cell = (more: Partial<RetentionCellRef>): RetentionCellRef => ({
  ...{ period: '2026-01-01', column: 1, who: 'returned', group: null, ...more },
});

it('is who came back, who did not, or everybody', () => {
  expect(behindCell(report, cell({}))).toEqual({ people: 4, size: 10 });
  expect(behindCell(report, cell({ who: 'missing' }))).toEqual({ people: 6, size: 10 });
  expect(behindCell(report, cell({ who: 'everybody' }))).toEqual({ people: 10, size: 10 });
});

it('is of all cohorts together where none is named', () => {
  expect(behindCell(report, cell({ period: null }))).toEqual({ people: 4, size: 10 });
  expect(behindCell(report, cell({ period: null, who: 'everybody' }))).toEqual({ people: 15, size: 15 });
});

it('is nothing where there is no such cell, or its period has not begun', () => {
  expect(behindCell(report, cell({ period: '2026-02-01' }))).toBeNull();
  expect(behindCell(report, cell({ period: '2025-01-01' }))).toBeNull();
  expect(behindCell(report, cell({ column: 7 }))).toBeNull();
  expect(behindCell(report, cell({ group: 'seg_gone' }))).toBeNull();
});
