// Decides a batch in the order of its turn: each send sees what was decided before it, as if it had come alone.
import { marksOf } from '@/lib/core/experiment/exposing';
import type { Id } from '@/lib/core/id';
import type { Tx } from '../db/transaction';
import { dueAtOf } from './guarantee';
import { type Judgement, judge } from './judge';
import { lockAndLoadStanding, type Standing } from './load-standing';
import { PlaceBook } from './place-book';
import type { Prepared } from './prepare';

interface Candidate {
  readonly prepared: Prepared;
  readonly standing: Standing;
}

export interface Judged extends Candidate {
  readonly judgement: Judgement;
  /** It stands for a message to somebody whom an experiment leaves out: judged like the others, and never sent. */
  readonly isHeldOut: boolean;
}

export interface JudgedBatch {
  /** The moment all of it was decided at. */
  readonly at: Date;
  readonly judged: readonly Judged[];
}

export async function judgeSends(
  tx: Tx,
  workspaceId: Id<'wsp'>,
  prepared: readonly Prepared[],
): Promise<JudgedBatch> {
  const standings = await lockAndLoadStanding(tx, workspaceId, prepared);
  const candidates = prepared.flatMap((one): Candidate[] => {
    const standing = standings.get(one.row.id);
    return standing ? [{ prepared: one, standing }] : [];
  });
  const book = await PlaceBook.open(tx, workspaceId, candidates);
  const { at } = book;
  const judged = candidates
    .sort((a, b) => turnOf(a.prepared, b.prepared, at))
    .map((one): Judged => {
      const judgement = judge(one.prepared, one.standing, book.limitsFor(one.prepared, one.standing), at);
      const { isHeldOut } = marksOf(one.prepared.row.payload);
      if (judgement.kind === 'start' && !isHeldOut) book.note(one.prepared, one.standing);
      return { ...one, judgement, isHeldOut };
    });
  return { at, judged };
}

/** Higher priority first, then what has been due longest. */
function turnOf({ row: a }: Prepared, { row: b }: Prepared, at: Date): number {
  return b.priority - a.priority || dueAtOf(a, at) - dueAtOf(b, at) || (a.id < b.id ? -1 : 1);
}
