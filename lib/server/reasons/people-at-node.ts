// The people behind one count at a node, newest first, each with the reason in full.
import { sql } from 'drizzle-orm';
import type { Page } from '@/lib/core/api/page';
import type { PersonAtNode, ReasonPeople } from '@/lib/core/api/why';
import type { ReasonCode } from '@/lib/core/engine/reason';
import type { Id } from '@/lib/core/id';
import type { JsonObject } from '@/lib/core/json';
import { NonEntryCode } from '@/lib/core/reason/verdict';
import { ok, type Result } from '@/lib/core/result';
import type { Actor } from '../actor';
import { BySeq, readCursor, writeCursor } from '../api/cursor';
import { customerLabels } from '../customers/customer-labels';
import { inWorkspace, rows, type Tx } from '../db/transaction';
import { isJourney } from '../journeys/is-journey';
import { refusal } from '../refusal';
import { entryRules } from './entry-rules';
import { findNonEntries } from './find-non-entries';
import type { JudgedOccasion } from './judge-occasions';
import { type Period, periodOf } from './period';
import { failedEntry, verdictSentence } from './sentences';

interface Found {
  readonly found: readonly Omit<PersonAtNode, 'customerLabel'>[];
  /** Where to read on: `seq` of a decision, or of an event where no decision is stored. */
  readonly next: number | null;
}

export async function peopleAtNode(actor: Actor, input: ReasonPeople): Promise<Result<Page<PersonAtNode>>> {
  const cursor = readCursor(BySeq, input.cursor);
  if (!cursor.ok) return cursor;
  const period = periodOf(input);
  const before = cursor.value?.[0] ?? Number.MAX_SAFE_INTEGER;
  return inWorkspace(actor.workspaceId, async (tx) => {
    if (!(await isJourney(tx, actor, input.id))) return refusal('not-found');
    const derived = NonEntryCode.safeParse(input.code);
    const { found, next } = derived.success
      ? await whoDidNotEnter(tx, actor, { ...input, code: derived.data }, period, before)
      : await whoWasDecided(tx, actor, input, period, before);
    const labelOf = await customerLabels(
      tx,
      actor,
      found.map(({ customerId }) => customerId),
    );
    const data = found.map((one) => ({ ...one, customerLabel: labelOf(one.customerId) }));
    return ok({ data, next: next === null ? null : writeCursor([next]) });
  });
}

async function whoWasDecided(
  tx: Tx,
  { workspaceId }: Actor,
  { id, nodeId, code, limit }: ReasonPeople,
  { from, until }: Period,
  before: number,
): Promise<Found> {
  const found = await rows<{
    seq: number;
    at: Date;
    customerId: Id<'cus'>;
    enrollmentId: Id<'enr'> | null;
    code: ReasonCode;
    inputs: JsonObject;
  }>(
    tx,
    sql`
      select seq, at, customer_id as "customerId", enrollment_id as "enrollmentId", code, inputs from decisions
      where workspace_id = ${workspaceId} and journey_id = ${id} and node_id = ${nodeId} and code = ${code}
        and at >= ${from} and at < ${until} and seq < ${before}
      order by seq desc limit ${limit + 1}`,
  );
  const shown = found.slice(0, limit);
  return {
    found: shown.map(({ at, code: own, inputs, ...row }) => ({
      ...row,
      at: at.toISOString(),
      reason: verdictSentence(own, inputs, []),
      failed: [],
    })),
    next: found.length > limit ? (shown.at(-1)?.seq ?? null) : null,
  };
}

async function whoDidNotEnter(
  tx: Tx,
  actor: Actor,
  input: ReasonPeople & { readonly code: NonEntryCode },
  period: Period,
  before: number,
): Promise<Found> {
  const versions = await entryRules(tx, actor, [input.id]);
  const { found, next } = await findNonEntries(tx, actor, input, period, before, versions);
  return { found: found.map(personOf), next };
}

function personOf({ event, code, failed: tests }: JudgedOccasion): Found['found'][number] {
  const failed = tests.map(failedEntry);
  const reason = verdictSentence(code, {}, failed);
  const { seq, customerId, receivedAt } = event;
  return { seq, at: receivedAt.toISOString(), customerId, enrollmentId: null, reason, failed };
}
