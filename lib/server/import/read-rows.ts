// A CSV file as rows with their line numbers, one at a time. A row that cannot be read is a problem, not the end.
import { pipeline, Readable } from 'node:stream';
import { parse } from 'csv-parse';
import { guardRecords } from './guard-records';
import { ImportError, type RowProblem } from './import-error';
import { MAX_ROW_BYTES, MAX_ROWS } from './limits';

export interface Row {
  readonly line: number;
  readonly values: readonly string[];
}

const DELIMITERS = [',', ';', '\t'] as const;

/** The header comes first, as a row like any other. */
export async function* readRows(
  bytes: AsyncIterable<Buffer>,
  onProblem: (problem: RowProblem) => void,
): AsyncGenerator<Row> {
  const { delimiter, chunks } = await tellDelimiter(bytes);
  const guarded = guardRecords(chunks, delimiter.charCodeAt(0), (line) => {
    // Without its header the file means nothing, and the next row must not be taken for it.
    if (line === 1) throw new ImportError(`The header ${tooLong(line).message}.`);
    onProblem(tooLong(line));
  });
  const parser = parse({
    bom: true,
    delimiter,
    info: true,
    // A row with too few or too many values is judged against the header, by whoever knows it.
    relax_column_count: true,
    relax_quotes: true,
    skip_empty_lines: true,
  });
  // Errors come out of the loop below.
  pipeline(Readable.from(guarded), parser, () => {});
  let rows = 0;
  try {
    for await (const { record, info } of parser) {
      rows += 1;
      if (rows > MAX_ROWS + 1) throw tooMany();
      yield { line: info.lines, values: record };
    }
  } catch (error) {
    if (error instanceof ImportError) throw error;
    throw new ImportError(`The file is not CSV: ${error instanceof Error ? error.message : error}.`);
  }
}

/** The separator that stands most often in the first line. */
async function tellDelimiter(bytes: AsyncIterable<Buffer>) {
  const iterator = bytes[Symbol.asyncIterator]();
  const first = await iterator.next();
  const [header = ''] = first.done ? [] : first.value.toString('utf8').split('\n');
  const count = (delimiter: string) => header.split(delimiter).length;
  const [delimiter = ','] = [...DELIMITERS].sort((a, b) => count(b) - count(a));
  async function* chunks(): AsyncGenerator<Buffer> {
    if (!first.done) yield first.value;
    yield* { [Symbol.asyncIterator]: () => iterator };
  }
  return { delimiter, chunks: chunks() };
}

function tooLong(line: number): RowProblem {
  const limit = MAX_ROW_BYTES / 1024;
  return { line, field: null, message: `is longer than ${limit} KB, or holds a quote that never closes` };
}

function tooMany(): ImportError {
  return new ImportError(
    `The file has more than ${MAX_ROWS.toLocaleString('en')} rows; split it and import the parts.`,
  );
}
