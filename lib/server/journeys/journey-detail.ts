// One journey with its draft, inside the transaction that asks.
import { and, eq, sql } from 'drizzle-orm';
import { journeys } from '@/drizzle/schema';
import type { JourneyDetail } from '@/lib/core/api/journey';
import type { Id } from '@/lib/core/id';
import { JourneyDocument } from '@/lib/core/journey/document';
import type { Actor } from '../actor';
import type { Tx } from '../db/transaction';
import { journeySummaries } from './journey-summaries';
import { readStored } from './read-stored';

export async function findJourneyDetail(tx: Tx, actor: Actor, id: Id<'jrn'>): Promise<JourneyDetail | null> {
  const { workspaceId } = actor;
  const own = and(eq(journeys.workspaceId, workspaceId), eq(journeys.id, id));
  const [summary] = await journeySummaries(tx, actor, sql`select * from journeys where ${own}`);
  const [stored] = await tx.select({ draft: journeys.draft }).from(journeys).where(own);
  return summary && stored ? { ...summary, document: readStored(JourneyDocument, stored.draft) } : null;
}

/** Of a journey that this transaction wrote or locked. */
export async function getJourneyDetail(tx: Tx, actor: Actor, id: Id<'jrn'>): Promise<JourneyDetail> {
  const journey = await findJourneyDetail(tx, actor, id);
  if (!journey) throw new Error(`journey ${id} vanished within its transaction`);
  return journey;
}
