// Keeps rows that are far too long, and quotes that never close, from the CSV parser: it would swallow the rest of the file
// as one value. What is dropped leaves its line break behind, so that later line numbers stay right.
import { MAX_ROW_BYTES } from './limits';

const QUOTE = 0x22;
const NEWLINE = 0x0a;
const BREAK = Buffer.from('\n');

interface Place {
  /** Where the record begins, and how far it was looked at. */
  start: number;
  at: number;
  isQuoted: boolean;
  isFieldStart: boolean;
  /** The byte before closed a quoted value; another quote opens it again, since two stand for one. */
  hasClosed: boolean;
}

/** @param onDropped is told the line of each record that was dropped */
export async function* guardRecords(
  chunks: AsyncIterable<Buffer>,
  delimiter: number,
  onDropped: (line: number) => void,
): AsyncGenerator<Buffer> {
  let held: Buffer = Buffer.alloc(0);
  let line = 1;
  let isDropping = false;
  const place: Place = { start: 0, at: 0, isQuoted: false, isFieldStart: true, hasClosed: false };

  /** What is fit to be passed on from `held`; keeps the rest. */
  function* settle(isEnd: boolean): Generator<Buffer> {
    for (;;) {
      if (isDropping) {
        const end = held.indexOf(NEWLINE);
        held = end === -1 ? Buffer.alloc(0) : held.subarray(end + 1);
        if (end === -1) return;
        isDropping = false;
        line += 1;
        yield BREAK;
      }
      const broken = scan(held, place, delimiter);
      const isUnclosed = isEnd && place.isQuoted;
      if (place.start > 0) {
        line += countBreaks(held, place.start);
        yield held.subarray(0, place.start);
        held = held.subarray(place.start);
      }
      Object.assign(place, { start: 0, at: place.at - place.start });
      if (!broken && !isUnclosed) break;
      onDropped(line);
      isDropping = true;
      Object.assign(place, { at: 0, isQuoted: false, isFieldStart: true, hasClosed: false });
    }
    if (isEnd && held.length > 0) yield held;
  }

  for await (const chunk of chunks) {
    held = held.length === 0 ? chunk : Buffer.concat([held, chunk]);
    yield* settle(false);
  }
  yield* settle(true);
}

/** Moves on to the end of the bytes, or to where a record has become too long: then the answer is true. */
function scan(bytes: Buffer, place: Place, delimiter: number): boolean {
  for (; place.at < bytes.length; place.at += 1) {
    if (place.at - place.start > MAX_ROW_BYTES) return true;
    const byte = bytes[place.at];
    if (place.isQuoted) {
      place.hasClosed = byte === QUOTE;
      place.isQuoted = !place.hasClosed;
      continue;
    }
    if (byte === QUOTE && (place.isFieldStart || place.hasClosed)) place.isQuoted = true;
    else if (byte === NEWLINE) place.start = place.at + 1;
    place.isFieldStart = byte === delimiter || byte === NEWLINE;
    place.hasClosed = false;
  }
  return false;
}

function countBreaks(bytes: Buffer, end: number): number {
  let breaks = 0;
  for (let at = bytes.indexOf(NEWLINE); at !== -1 && at < end; at = bytes.indexOf(NEWLINE, at + 1))
    breaks += 1;
  return breaks;
}
