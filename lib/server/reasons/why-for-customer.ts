// Why did this customer (not) get it? Every occasion to enter one journey, newest first, each with its verdict and, where
// they entered, with everything that was decided and sent on that passage.
import { z } from 'zod';
import type { Page, PageQuery } from '@/lib/core/api/page';
import type { Occasion, WhyRef } from '@/lib/core/api/why';
import type { Id } from '@/lib/core/id';
import { ok, type Result } from '@/lib/core/result';
import { textUpTo } from '@/lib/core/text';
import type { Actor } from '../actor';
import { pageOfRows, readCursor } from '../api/cursor';
import { resolveCustomer } from '../customers/resolve-customer';
import { inWorkspace, type Tx } from '../db/transaction';
import { isJourney } from '../journeys/is-journey';
import { refusal } from '../refusal';
import { entryRules } from './entry-rules';
import { momentsOfEntry } from './moments-of-entry';
import { occasionEntries } from './occasion-entries';

/** Instant in ms, rank of the kind, order within the kind. */
const ByMoment = z.tuple([
  z.number().int().min(0).max(8.64e15),
  z.number().int().min(0).max(2),
  textUpTo(100),
]);
type ByMoment = z.infer<typeof ByMoment>;

export async function whyForCustomer(
  actor: Actor,
  input: WhyRef & PageQuery,
): Promise<Result<Page<Occasion>>> {
  const cursor = readCursor(ByMoment, input.cursor);
  if (!cursor.ok) return cursor;
  return inWorkspace(actor.workspaceId, async (tx) => {
    const customer = await resolveCustomer(tx, actor, input.id);
    if (!customer || !(await isJourney(tx, actor, input.journeyId))) return refusal('not-found');
    return ok(await occasions(tx, actor, customer, input, cursor.value));
  });
}

async function occasions(
  tx: Tx,
  actor: Actor,
  customer: Id<'cus'>,
  { journeyId, limit }: WhyRef & PageQuery,
  after: ByMoment | null,
): Promise<Page<Occasion>> {
  const versions = await entryRules(tx, actor, [journeyId]);
  const page = { after, limit: limit + 1 };
  const found = await momentsOfEntry(tx, actor, customer, journeyId, versions, page);
  const { data, next } = pageOfRows(found, limit, ({ at, rank, place }) => [at.getTime(), rank, place]);
  return { data: await occasionEntries(tx, actor, { customer, journeyId }, data, versions), next };
}
