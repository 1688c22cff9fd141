// Every journey that was ever published, and where one customer stands with it, in one sentence each.
import { sql } from 'drizzle-orm';
import type { CustomerRef } from '@/lib/core/api/customer';
import type { JourneyState } from '@/lib/core/api/journey';
import type { CustomerJourneys, ShortAnswer } from '@/lib/core/api/why';
import type { Id } from '@/lib/core/id';
import { ok, type Result } from '@/lib/core/result';
import type { Actor } from '../actor';
import { resolveCustomer } from '../customers/resolve-customer';
import { inWorkspace, rows, type Tx } from '../db/transaction';
import { refusal } from '../refusal';
import { entryRules, type VersionRules } from './entry-rules';
import { type JudgedOccasion, judgeOccasions } from './judge-occasions';
import { insideAnswer, type LastPassage, lastPassages, leftAnswer } from './last-passages';
import { newestHeard } from './newest-heard';
import { failedEntry, noOccasion, verdictSentence } from './sentences';

interface Journey {
  readonly id: Id<'jrn'>;
  readonly name: string;
  readonly state: JourneyState;
}

export function customerJourneys(actor: Actor, input: CustomerRef): Promise<Result<CustomerJourneys>> {
  return inWorkspace(actor.workspaceId, async (tx) => {
    const customer = await resolveCustomer(tx, actor, input.id);
    if (!customer) return refusal('not-found');
    const journeys = await publishedJourneys(tx, actor);
    const passages = await lastPassages(tx, actor, customer);
    const outside = journeys.filter(({ id }) => !passages.has(id)).map(({ id }) => id);
    const versions = await entryRules(
      tx,
      actor,
      journeys.map(({ id }) => id),
    );
    const pairs = await newestHeard(tx, actor, customer, outside, versions);
    const judged = await judgeOccasions(tx, actor, pairs, versions);
    return ok({ data: journeys.map((journey) => answerOf(journey, passages, judged, versions)) });
  });
}

/** Live ones first; archived ones only where the customer may still ask about them, at the end. */
function publishedJourneys(tx: Tx, { workspaceId }: Actor): Promise<Journey[]> {
  return rows<Journey>(
    tx,
    sql`
      select id, name, state from journeys
      where workspace_id = ${workspaceId} and live_version is not null
      order by array_position(array['live', 'paused', 'draft', 'archived'], state), lower(name), id`,
  );
}

function answerOf(
  { id: journeyId, name, state }: Journey,
  passages: ReadonlyMap<Id<'jrn'>, LastPassage>,
  judged: readonly JudgedOccasion[],
  versions: readonly VersionRules[],
): ShortAnswer {
  const journey = { journeyId, name, state };
  const passage = passages.get(journeyId);
  const own = versions.filter((version) => version.journeyId === journeyId);
  if (passage && passage.status !== 'ended') return { ...journey, ...insideAnswer(passage, own) };
  if (passage) return { ...journey, ...leftAnswer(passage) };
  const last = judged.find(({ event }) => event.journeyId === journeyId);
  if (!last) return { ...journey, standing: 'no-occasion', answer: noOccasion(), at: null };
  const reason = verdictSentence(last.code, last.inputs, last.failed.map(failedEntry));
  const at = last.event.receivedAt.toISOString();
  return { ...journey, standing: 'never-entered', answer: reason, at };
}
