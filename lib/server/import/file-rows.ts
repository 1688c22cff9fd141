// An uploaded CSV file as portions of what its rows say. Rows that cannot be taken are listed and the rest goes on; what is
// wrong with the file as a whole is thrown as an ImportError.
import { type ImportReport, MAX_LISTED_PROBLEMS } from '@/lib/core/api/import';
import { isStorable } from '@/lib/core/text';
import { ImportError } from './import-error';
import { readRows } from './read-rows';

/** What is wrong with a row, beside the column to blame. */
export class RowError extends Error {
  constructor(
    readonly column: string | null,
    message: string,
  ) {
    super(message);
  }
}

export interface Read<Item> {
  readonly line: number;
  readonly item: Item;
}

/** Collects what goes into the answer. */
export class Report {
  rows = 0;
  private count = 0;
  private readonly listed: ImportReport['problems'] = [];

  add(line: number, column: string | null, message: string): void {
    this.count += 1;
    if (this.listed.length < MAX_LISTED_PROBLEMS) this.listed.push({ line, column, message });
  }

  finish(): ImportReport {
    const problems = [...this.listed].sort((a, b) => a.line - b.line);
    return { rows: this.rows, problemCount: this.count, problems };
  }
}

/**
 * @param start is given the header and returns the reader of rows, which throws a RowError for one it cannot take
 * @param size how many items a portion holds
 */
export async function* filePortions<Item>(
  bytes: AsyncIterable<Buffer>,
  start: (header: readonly string[]) => (values: readonly string[], line: number) => Item,
  report: Report,
  size: number,
): AsyncGenerator<readonly Read<Item>[]> {
  let read: ReturnType<typeof start> | null = null;
  let names = 0;
  let portion: Read<Item>[] = [];
  const rows = readRows(bytes, ({ line, field, message }) => report.add(line, field, message));
  for await (const { line, values } of rows) {
    if (!read) {
      read = start(values);
      names = values.length;
      continue;
    }
    report.rows += 1;
    try {
      portion.push({ line, item: read(checked(values, names), line) });
    } catch (error) {
      if (!(error instanceof RowError)) throw error;
      report.add(line, error.column, error.message);
    }
    if (portion.length < size) continue;
    yield portion;
    portion = [];
  }
  if (!read) throw new ImportError('The file is empty.');
  if (portion.length > 0) yield portion;
}

function checked(values: readonly string[], names: number): readonly string[] {
  if (values.length !== names) {
    throw new RowError(null, `has ${values.length} values where the header has ${names}`);
  }
  if (!values.every(isStorable)) throw new RowError(null, 'holds U+0000 or half a surrogate pair');
  return values.map((value) => value.trim());
}
