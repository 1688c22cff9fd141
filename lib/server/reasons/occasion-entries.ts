// Moments of entry with their verdicts and stories, put back into the page's order.
import type { Occasion, PassageStory } from '@/lib/core/api/why';
import type { Id } from '@/lib/core/id';
import type { Actor } from '../actor';
import type { Tx } from '../db/transaction';
import { type CauselessEntry, causelessEntries } from './causeless-entries';
import type { VersionRules } from './entry-rules';
import { type JudgedOccasion, judgeOccasions } from './judge-occasions';
import type { EntryMoment } from './moments-of-entry';
import { type NodeNames, nodeNames } from './node-names';
import { passageStories } from './passage-stories';
import { failedEntry, verdictSentence } from './sentences';

type Stories = ReadonlyMap<Id<'enr'>, PassageStory>;

/** @param versions of the journey */
export async function occasionEntries(
  tx: Tx,
  actor: Actor,
  { customer, journeyId }: { readonly customer: Id<'cus'>; readonly journeyId: Id<'jrn'> },
  moments: readonly EntryMoment[],
  versions: readonly VersionRules[],
): Promise<Occasion[]> {
  const ids = (rank: number) => moments.filter((moment) => moment.rank === rank).map(({ id }) => id);
  const pairs = ids(0).map((seq) => ({ seq: Number(seq), journeyId }));
  const judged = await judgeOccasions(tx, actor, pairs, versions);
  const causeless = await causelessEntries(tx, actor, { customer, refusals: ids(1), passages: ids(2) });
  const entered = [...judged, ...causeless].flatMap(({ enrollmentId }) => enrollmentId ?? []);
  const names = nodeNames(versions);
  const stories = await passageStories(tx, actor, entered, names);
  return moments.flatMap((moment): Occasion[] =>
    moment.rank === 0
      ? judged
          .filter(({ event }) => String(event.seq) === moment.id)
          .map((one) => ofEvent(one, names, stories))
      : causeless
          .filter(({ rank, id }) => rank === moment.rank && id === moment.id)
          .map((one) => withoutEvent(one, names, stories)),
  );
}

function ofEvent(one: JudgedOccasion, names: NodeNames, stories: Stories): Occasion {
  const { event, nodeId, code, inputs, enrollmentId } = one;
  const { seq, type, name, properties, version } = event;
  const [occurredAt, receivedAt] = [event.occurredAt.toISOString(), event.receivedAt.toISOString()];
  const failed = one.failed.map(failedEntry);
  return {
    at: receivedAt,
    event: { seq, type, name, properties, occurredAt, receivedAt },
    version,
    nodeId,
    nodeName: names(version, nodeId),
    verdict: code,
    reason: verdictSentence(code, inputs, failed),
    failed,
    passage: enrollmentId === null ? null : (stories.get(enrollmentId) ?? null),
  };
}

function withoutEvent(one: CauselessEntry, names: NodeNames, stories: Stories): Occasion {
  const { at, version, nodeId, code, inputs, enrollmentId } = one;
  return {
    at: at.toISOString(),
    event: null,
    version,
    nodeId,
    nodeName: names(version, nodeId),
    verdict: code,
    reason: verdictSentence(code, inputs, []),
    failed: [],
    passage: enrollmentId === null ? null : (stories.get(enrollmentId) ?? null),
  };
}
