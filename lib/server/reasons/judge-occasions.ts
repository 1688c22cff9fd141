// The verdict of every event at every trigger it met: stored where something was decided, derived where nothing was.
import type { Condition, Leaf } from '@/lib/core/condition/condition';
import { explain, type FailedTest } from '@/lib/core/condition/explain';
import type { Id } from '@/lib/core/id';
import type { JsonObject } from '@/lib/core/json';
import { type VerdictCode, verdictOfRule, verdictOfStanding } from '@/lib/core/reason/verdict';
import type { Actor } from '../actor';
import type { Tx } from '../db/transaction';
import type { VersionRules } from './entry-rules';
import { isAbout } from './heard-by';
import { type OccasionRow, occasionRows } from './occasion-rows';
import { type PastFacts, pastFacts } from './past-facts';
import { type Judged, storedOutcomes } from './stored-outcomes';

export interface JudgedOccasion {
  readonly event: OccasionRow;
  /** Null where no trigger was asked: the journey was paused, not live, or its version listened for something else. */
  readonly nodeId: Id<'nod'> | null;
  readonly code: VerdictCode;
  /** Of the stored decision. */
  readonly inputs: JsonObject;
  readonly failed: readonly FailedTest[];
  readonly enrollmentId: Id<'enr'> | null;
}

interface Asked extends Judged {
  readonly filter: Condition | null;
}

type Pairs = Parameters<typeof occasionRows>[2];

/**
 * Newest event first; where one met several triggers, in the order of the drawing. A constant number of statements for
 * any number of pairs.
 */
export async function judgeOccasions(
  tx: Tx,
  actor: Actor,
  pairs: Pairs,
  versions: readonly VersionRules[],
): Promise<JudgedOccasion[]> {
  const events = await occasionRows(tx, actor, pairs);
  const met = events.map((event) => ({ event, asked: rulesMet(event, versions) }));
  const all = met.flatMap(({ asked }) => asked ?? []);
  const filters = all.flatMap(({ filter }) => filter ?? []);
  const facts = await pastFacts(
    tx,
    actor,
    all.map(({ event }) => event),
    filters,
  );
  const outcomes = await storedOutcomes(tx, actor, all, passesBy(facts, all));
  const verdicts = new Map(
    all.map((one, index) => [one, verdictOf(one, outcomes[index] ?? null, facts)] as const),
  );
  return met
    .sort((a, b) => b.event.seq - a.event.seq)
    .flatMap(
      ({ event, asked }) => asked?.flatMap((one) => verdicts.get(one) ?? []) ?? [unmet(event, versions)],
    );
}

const versionOf = (event: OccasionRow, versions: readonly VersionRules[]) =>
  versions.find(({ journeyId, version }) => journeyId === event.journeyId && version === event.version);

/** The triggers of the version in force that listen for this event; null where there was none to ask. */
function rulesMet(event: OccasionRow, versions: readonly VersionRules[]): Asked[] | null {
  if (verdictOfStanding(event) !== null) return null;
  const asked = versionOf(event, versions)?.enrolling?.filter((rule) => isAbout(rule, event)) ?? [];
  const judged = asked.flatMap(({ nodeId, filter }) => (nodeId === null ? [] : [{ event, nodeId, filter }]));
  return judged.length > 0 ? judged : null;
}

function unmet(event: OccasionRow, versions: readonly VersionRules[]): JudgedOccasion {
  const code = verdictOfStanding(event)?.code ?? unheard(versionOf(event, versions));
  return { event, nodeId: null, code, inputs: {}, failed: [], enrollmentId: null };
}

/** A live version that listens for something else is one in which this trigger was not there yet, or no longer. */
function unheard(version: VersionRules | undefined): VerdictCode {
  return version?.enrolling === null ? 'program-unreadable' : 'was-not-live';
}

function passesBy(facts: PastFacts, all: readonly Asked[]): (judged: Judged) => boolean {
  return (judged) => {
    const filter = all.find((one) => one === judged)?.filter ?? null;
    const { event } = judged;
    const isKnown = (leaf: Leaf) => facts.isKnown(event, leaf);
    return filter === null || explain(filter, facts.factsOf(event), isKnown).holds !== false;
  };
}

function verdictOf(
  { event, nodeId, filter }: Asked,
  stored: Awaited<ReturnType<typeof storedOutcomes>>[number],
  facts: PastFacts,
): JudgedOccasion {
  const isKnown = (leaf: Leaf) => facts.isKnown(event, leaf);
  const { code, failed } = verdictOfRule(filter, facts.factsOf(event), stored?.code ?? null, isKnown);
  return {
    event,
    nodeId,
    code,
    inputs: stored?.inputs ?? {},
    failed,
    enrollmentId: stored?.enrollmentId ?? null,
  };
}
