// Why an import cannot go on: one sentence for whoever started it. What concerns one row only is a RowProblem.
import { MAX_FILE_BYTES } from './limits';

export class ImportError extends Error {}

export class TooLargeError extends ImportError {
  constructor() {
    const limit = MAX_FILE_BYTES / 1024 / 1024;
    super(`The file is larger than ${limit} MB unpacked; split it and import the parts.`);
  }
}

export interface RowProblem {
  /** As an editor counts: the header is line 1. */
  readonly line: number;
  /** The column's name in the file, where one is to blame. */
  readonly field: string | null;
  readonly message: string;
}
