// Cursors: the sort key of a page's last entry, opaque to clients so that it can change.
import { z } from 'zod';
import type { Page } from '@/lib/core/api/page';
import { ok, type Result } from '@/lib/core/result';
import { textUpTo } from '@/lib/core/text';
import { type CodedRefusal, refusal } from '../refusal';

/** Of lists by (instant in ms, id). */
export const ByInstant = z.tuple([z.number().int().min(0).max(8.64e15), textUpTo(100)]);
/** Of lists by a rising number. */
export const BySeq = z.tuple([z.number().int().min(0)]);
/** Of lists by name. */
export const ByName = z.tuple([textUpTo(300)]);

type Parts = readonly (string | number)[];

export function writeCursor(parts: Parts): string {
  return Buffer.from(JSON.stringify(parts)).toString('base64url');
}

/** The parts of a client's cursor, null when it sent none. */
export function readCursor<Cursor extends Parts>(
  schema: z.ZodType<Cursor>,
  cursor: string | undefined,
): Result<Cursor | null, CodedRefusal> {
  if (cursor === undefined) return ok(null);
  try {
    const parsed = schema.safeParse(JSON.parse(Buffer.from(cursor, 'base64url').toString()));
    return parsed.success ? ok(parsed.data) : refusal('bad-cursor', { field: 'cursor' });
  } catch {
    return refusal('bad-cursor', { field: 'cursor' });
  }
}

/** A page from `limit + 1` rows: the row too many only says that there is a next page. */
export function pageOfRows<Row>(found: readonly Row[], limit: number, key: (row: Row) => Parts): Page<Row> {
  const data = found.slice(0, limit);
  const last = data.at(-1);
  return { data, next: found.length > limit && last ? writeCursor(key(last)) : null };
}
