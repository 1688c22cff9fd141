// One import from file to finished: read, translate, send in batches, and report. Stops only for what concerns the whole.
import { readColumns } from './columns';
import { ImportError, type RowProblem } from './import-error';
import { BYTES_PER_REQUEST, CALLS_PER_REQUEST } from './limits';
import { openFile } from './open-file';
import { readRows } from './read-rows';
import { type Call, rowReader } from './row-calls';

/** What the server said about one call of a batch. */
interface CallRemark {
  readonly index: number;
  readonly status: 'refused' | 'duplicate' | 'changed';
  readonly code: string;
  readonly message: string;
  readonly field?: string | undefined;
}

export interface BatchAnswer {
  readonly accepted: number;
  readonly duplicates: number;
  readonly results: readonly CallRemark[];
}

export interface Import {
  readonly file: string;
  readonly map: ReadonlyMap<string, string>;
  /** Null for a dry run: everything is read and judged, nothing is sent. */
  readonly send: ((calls: readonly Call['body'][]) => Promise<BatchAnswer>) | null;
  onProblem(problem: RowProblem): void;
  onProgress(progress: Progress): void;
}

export interface Progress {
  readonly rows: number;
  /** From 0 to 1. */
  readonly share: number;
}

export interface Summary {
  readonly rows: number;
  readonly orders: number;
  readonly customers: number;
  readonly accepted: number;
  /** Stored by an earlier import. */
  readonly duplicates: number;
  readonly problems: number;
}

type Total = { -readonly [Key in keyof Summary]: Summary[Key] };

export async function runImport({ file, map, send, onProblem, onProgress }: Import): Promise<Summary> {
  const { bytes, share } = await openFile(file);
  const total: Total = { rows: 0, orders: 0, customers: 0, accepted: 0, duplicates: 0, problems: 0 };
  const report = (problem: RowProblem) => {
    total.problems += 1;
    onProblem(problem);
  };
  const batch = newBatch(async (calls) => {
    if (send) add(total, calls, await send(calls.map(({ body }) => body)), report);
    onProgress({ rows: total.rows, share: share() });
  });
  let read: ReturnType<typeof rowReader> | null = null;
  for await (const row of readRows(bytes, report)) {
    if (!read) {
      read = rowReader(readColumns(row.values, map));
      continue;
    }
    total.rows += 1;
    const given = read(row);
    if (!given.ok) report(given.problem);
    for (const call of given.ok ? given.calls : []) {
      total[call.body.type === 'track' ? 'orders' : 'customers'] += 1;
      await batch.put(call);
    }
  }
  if (!read) throw new ImportError(`${file} is empty.`);
  await batch.flush();
  return total;
}

/** Calls in their order, handed on when there are enough of them. */
function newBatch(hand: (calls: readonly Call[]) => Promise<void>) {
  let calls: Call[] = [];
  let size = 0;
  const flush = async () => {
    const full = calls;
    calls = [];
    size = 0;
    if (full.length > 0) await hand(full);
  };
  const put = async (call: Call) => {
    calls.push(call);
    size += JSON.stringify(call.body).length;
    if (calls.length >= CALLS_PER_REQUEST || size >= BYTES_PER_REQUEST) await flush();
  };
  return { put, flush };
}

function add(
  total: Total,
  batch: readonly Call[],
  answer: BatchAnswer,
  report: (problem: RowProblem) => void,
): void {
  total.accepted += answer.accepted;
  total.duplicates += answer.duplicates;
  for (const { index, code, message, field } of answer.results) {
    const line = batch[index]?.line;
    // Stored by an earlier import: what importing again is for.
    if (line === undefined || code === 'duplicate') continue;
    report({ line, field: field?.replace(/^(properties|traits)\./, '') ?? null, message });
  }
}
