// The row under a cohort triangle: of all people who could have come back by now, how many did.
import type { RetentionMatrix } from './matrix';

interface ColumnAverage {
  /** Of all cohorts together: people who came back, and people who could have. */
  readonly people: number;
  readonly size: number;
  /** Share of people, so that a large cohort weighs more; null where no cohort has completed the column. */
  readonly weighted: number | null;
  /** Mean of the cohorts' shares, each weighing the same. */
  readonly simple: number | null;
}

/** Over complete cells only, of cohorts that have anybody in them: a cell that still grows would pull the row down. */
export function averageRow({
  columns,
  cohorts,
}: Pick<RetentionMatrix, 'columns' | 'cohorts'>): ColumnAverage[] {
  return columns.map((_, index) => {
    const cells = cohorts.flatMap(({ size, cells }) => {
      const cell = cells[index];
      return cell?.isComplete && cell.people !== null && size > 0 ? [{ people: cell.people, size }] : [];
    });
    const people = sum(cells.map((cell) => cell.people));
    const size = sum(cells.map((cell) => cell.size));
    if (cells.length === 0) return { people, size, weighted: null, simple: null };
    const simple = sum(cells.map((cell) => cell.people / cell.size)) / cells.length;
    return { people, size, weighted: people / size, simple };
  });
}

const sum = (values: readonly number[]): number => values.reduce((total, value) => total + value, 0);
