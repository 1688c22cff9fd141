// The cohort triangle: rows are cohorts, columns are periods, and every cell knows whether its period has begun and is over.
import type { RetentionDefinition } from './definition';
import { addPeriods, beginsAt, DAY_MS, elapsedDays, type PeriodStart, periodOfDate } from './period';

interface RetentionCell {
  /** People of the cohort who came back; null where the period has not begun. */
  readonly people: number | null;
  /** Whether the period is over, so that the number will not grow. */
  readonly isComplete: boolean;
}

interface RetentionCohort {
  readonly start: PeriodStart;
  /** Nobody can be in a cohort whose period is still to come. */
  readonly hasBegun: boolean;
  readonly size: number;
  /** Who came back within the cohort's own period; they are not in column 0, which is everybody. */
  readonly repeated: number;
  readonly cells: readonly RetentionCell[];
}

/** The periods a column speaks of, both included. On the last a measure has no end. */
export interface RetentionColumn {
  readonly first: number;
  readonly last: number;
}

export interface RetentionMatrix {
  readonly columns: readonly RetentionColumn[];
  readonly cohorts: readonly RetentionCohort[];
}

/** What was counted for one cohort: people, those who repeated in period 0, and people by column. */
export interface CohortTally {
  readonly start: PeriodStart;
  readonly size: number;
  readonly repeated: number;
  /** Missing columns count nobody. */
  readonly byColumn: readonly number[];
}

export function columnsOf(definition: RetentionDefinition): RetentionColumn[] {
  const { measure, brackets, periods } = definition;
  if (measure === 'brackets') return brackets.map(([first, last]) => ({ first, last }));
  return Array.from({ length: periods }, (_, index) => ({ first: index, last: index }));
}

/** The cohorts a report has, in order, whether anybody is in them or not. */
export function cohortStarts({ from, unit, cohorts }: RetentionDefinition): PeriodStart[] {
  const first = periodOfDate(from, unit);
  return Array.from({ length: cohorts }, (_, index) => addPeriods(first, unit, index));
}

/**
 * Puts counts in their cells. Period 0 is the whole cohort. A period has begun when the calendar says so; it is over when
 * it has ended for everybody in the cohort: on the elapsed clock, also for who came on the cohort's last day.
 *
 * @param asOf what was known then (ms). @param zone the workspace's.
 */
export function matrixOf(
  definition: RetentionDefinition,
  tallies: readonly CohortTally[],
  asOf: number,
  zone: string,
): RetentionMatrix {
  const columns = columnsOf(definition);
  const byStart = new Map(tallies.map((tally) => [tally.start, tally]));
  const cohorts = cohortStarts(definition).map((start): RetentionCohort => {
    const { size, repeated, byColumn } = byStart.get(start) ?? { size: 0, repeated: 0, byColumn: [] };
    const cells = columns.map(({ first, last }, index): RetentionCell => {
      const hasBegun = beginsAt(addPeriods(start, definition.unit, first), zone) <= asOf;
      const isComplete = endOf(definition, start, last, zone) <= asOf;
      const isWhole = first === 0 && definition.measure !== 'brackets';
      const people = isWhole ? size : (byColumn[index] ?? 0);
      return { people: hasBegun ? people : null, isComplete };
    });
    return { start, hasBegun: beginsAt(start, zone) <= asOf, size, repeated, cells };
  });
  return { columns, cohorts };
}

function endOf({ clock, unit }: RetentionDefinition, start: PeriodStart, period: number, zone: string) {
  if (clock === 'calendar') return beginsAt(addPeriods(start, unit, period + 1), zone);
  return beginsAt(addPeriods(start, unit, 1), zone) + (period + 1) * elapsedDays[unit] * DAY_MS;
}
