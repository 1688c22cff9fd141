// Decisions as lists show them, each with its reason as a sentence.
import { type SQL, sql } from 'drizzle-orm';
import { createTranslator } from 'next-intl';
import type { DecisionEntry } from '@/lib/core/api/customer';
import { catalogues } from '@/lib/i18n/catalogues';
import { rows, type Tx } from '../db/transaction';
import { perReader } from '../per-reader';

const sentence = perReader((locale) =>
  createTranslator({ locale, messages: catalogues[locale], namespace: 'reasons' }),
);

/** @param chosen a query of decisions, already filtered and limited. Newest first. */
export async function decisionEntries(tx: Tx, chosen: SQL): Promise<DecisionEntry[]> {
  const found = await rows<Omit<DecisionEntry, 'at' | 'reason'> & { at: Date }>(
    tx,
    sql`
      select d.seq, d.customer_id as "customerId", d.journey_id as "journeyId", j.name as "journeyName", d.version,
        d.enrollment_id as "enrollmentId", d.node_id as "nodeId", d.code, d.inputs - 'place' as inputs, d.at
      from (${chosen}) as d
      join journeys j on j.workspace_id = d.workspace_id and j.id = d.journey_id
      order by d.seq desc`,
  );
  return found.map((row) => ({ ...row, reason: reasonOf(row), at: row.at.toISOString() }));
}

/** Sentences name what the decision rested on; what a sentence cannot say is shown beside it. */
export function reasonOf({ code, inputs }: Pick<DecisionEntry, 'code' | 'inputs'>): string {
  const sayable = Object.entries(inputs).filter((entry): entry is [string, string | number] =>
    ['string', 'number'].includes(typeof entry[1]),
  );
  return sentence()(code, Object.fromEntries(sayable));
}
