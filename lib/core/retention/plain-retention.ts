// Retention told plainly, one person at a time: the reference that the database's answer is held to.
import type { Test } from '../condition/condition';
import { evaluate } from '../condition/evaluate';
import type { JsonObject } from '../json';
import type { RetentionDefinition, RetentionEvent } from './definition';
import { type CohortTally, cohortStarts, columnsOf, matrixOf, type RetentionMatrix } from './matrix';
import { DAY_MS, elapsedDays, type PeriodStart, periodOf, periodsBetween } from './period';

/** What one person did, in any order. */
export interface RetentionHistory {
  readonly person: string;
  readonly events: readonly PersonEvent[];
}

interface PersonEvent {
  readonly name: string;
  readonly properties: JsonObject;
  /** When it happened (ms). */
  readonly at: number;
}

/** A person's place in a cohort: the first start event of that period, or of all time. */
export interface Anchor {
  readonly person: string;
  readonly cohort: PeriodStart;
  readonly at: number;
}

/** Who came back in which column of a cohort, and who is in it: the people behind the numbers. */
interface Member extends Anchor {
  /** Periods from the anchor's in which the person came back; 0 is the cohort's own. */
  readonly returned: ReadonlySet<number>;
}

/**
 * The definition, told in full. Only what happened by `asOf` is known. An event counts when its name fits and all of its
 * filters hold of its properties. A person's anchor is the first start event: over all history (first-time) or in each
 * period (recurring); anchors outside the report's cohorts are left out. A return counts when it is strictly later than
 * the anchor. On the calendar a return lies in the k-th period after the cohort's; on the elapsed clock in
 * [anchor + k·L, anchor + (k+1)·L) with L of 24 hours, 7 or 30 days. `on` counts who came back in period k,
 * `on-or-after` in k or any later one, a bracket in any of its periods. Everybody in the cohort is in the denominator.
 *
 * Source: the definitions of cohort, measure and clock that PostHog, Amplitude and Mixpanel publish, one of each chosen.
 *
 * @param isCounted leaves people out, by their anchor: one side of a split
 */
export function plainRetention(
  definition: RetentionDefinition,
  histories: readonly RetentionHistory[],
  asOf: number,
  zone: string,
  isCounted: (anchor: Anchor) => boolean = () => true,
): RetentionMatrix {
  const starts = new Set(cohortStarts(definition));
  const members = histories
    .flatMap((history) => membersOf(definition, history, asOf, zone))
    .filter((member) => starts.has(member.cohort) && isCounted(member));
  const tallies = [...starts].map((start) => tallyOf(definition, start, members));
  return matrixOf(definition, tallies, asOf, zone);
}

function membersOf(
  definition: RetentionDefinition,
  { person, events }: RetentionHistory,
  asOf: number,
  zone: string,
): Member[] {
  const { start, returns, cohort: kind, unit, clock } = definition;
  const known = events.filter(({ at }) => at <= asOf).sort((a, b) => a.at - b.at);
  const anchors = new Map<PeriodStart, number>();
  for (const { at } of known.filter((event) => isMeant(start, event))) {
    const cohort = periodOf(at, unit, zone);
    const isNew = kind === 'first-time' ? anchors.size === 0 : !anchors.has(cohort);
    if (isNew) anchors.set(cohort, at);
  }
  const back = known.filter((event) => isMeant(returns, event));
  return [...anchors].map(([cohort, at]) => {
    const later = back.filter((event) => event.at > at);
    const indexOf = (event: PersonEvent) =>
      clock === 'elapsed'
        ? Math.floor((event.at - at) / (elapsedDays[unit] * DAY_MS))
        : periodsBetween(cohort, periodOf(event.at, unit, zone), unit);
    return { person, cohort, at, returned: new Set(later.map(indexOf)) };
  });
}

function isMeant({ event, where }: RetentionEvent, { name, properties }: PersonEvent): boolean {
  return name === event && where.every((test: Test) => evaluate(test, { attributes: {}, properties }));
}

function tallyOf(
  definition: RetentionDefinition,
  start: PeriodStart,
  everybody: readonly Member[],
): CohortTally {
  const members = everybody.filter(({ cohort }) => cohort === start);
  const isOpenEnded = definition.measure === 'on-or-after';
  const byColumn = columnsOf(definition).map(({ first, last }) => {
    const isIn = (period: number) => period >= first && (isOpenEnded || period <= last);
    return members.filter(({ returned }) => [...returned].some(isIn)).length;
  });
  const repeated = members.filter(({ returned }) => returned.has(0)).length;
  return { start, size: members.length, repeated, byColumn };
}
