// Why an import cannot go on: one sentence for whoever started it. What concerns one row only is a RowProblem.

export class ImportError extends Error {}

export interface RowProblem {
  /** As an editor counts: the header is line 1. */
  readonly line: number;
  /** The column's name in the file, where one is to blame. */
  readonly field: string | null;
  readonly message: string;
}
