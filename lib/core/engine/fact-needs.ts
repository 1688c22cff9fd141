// What the conditions of a batch look at beyond the events at hand: history, segments, products.
import { type ConditionNeeds, joinNeeds, NO_NEEDS } from '../condition/condition-needs';
import type { Id } from '../id';
import { type JsonObject, valueAt } from '../json';
import type { CustomerEvent } from './customer-event';
import type { Enrollment } from './enrollment';
import type { Needs } from './needs';
import type { Program } from './program';
import { findProgram, type RuleIndex } from './rule-index';
import { needsOf } from './segment-index';

/** What must be known of these customers. */
export interface PersonalNeeds {
  readonly customers: readonly Id<'cus'>[];
  /** How far back (ms) events of a name are looked at; null for as long as they are kept. */
  readonly events: ConditionNeeds['events'];
  readonly segments: readonly string[];
  readonly records: ConditionNeeds['records'];
}

export interface FactNeeds {
  /** Each customer in one group: those whose segments may change are asked more about than the others. */
  readonly groups: readonly PersonalNeeds[];
  readonly skus: readonly string[];
}

function touchedPrograms(
  index: RuleIndex,
  { rules }: Needs,
  enrollments: readonly Enrollment[],
): Set<Program> {
  const inside = enrollments.flatMap((enrollment) => findProgram(index, enrollment) ?? []);
  return new Set([...inside, ...rules.flat().map(({ program }) => program)]);
}

function skusIn(paths: ConditionNeeds['skuPaths'], sources: readonly JsonObject[]): string[] {
  const found = paths.flatMap((path) => sources.map((properties) => valueAt(properties, path)));
  return found.filter((sku) => typeof sku === 'string' || typeof sku === 'number').map(String);
}

/** To be asked once the enrollments that `needs` names are there: what they were started by may name products. */
export function factNeeds(
  index: RuleIndex,
  needs: Needs,
  events: readonly CustomerEvent[],
  enrollments: readonly Enrollment[],
): FactNeeds {
  const asking = [...touchedPrograms(index, needs, enrollments)].map((program) => program.needs);
  const joined = joinNeeds(asking.filter((one) => one !== NO_NEEDS));
  const sources = [
    ...events.map(({ properties }) => properties),
    ...enrollments.map(({ trigger }) => trigger.properties),
  ];
  const judging = joinNeeds([joined, needsOf(needs.segments.asked)]);
  return {
    groups: groupsOf(needs, enrollments, { joined, judging }),
    skus: [...new Set([...judging.skus, ...skusIn(joined.skuPaths, sources)])],
  };
}

function groupsOf(
  { customers, segments }: Needs,
  enrollments: readonly Enrollment[],
  { joined, judging }: Readonly<Record<'joined' | 'judging', ConditionNeeds>>,
): PersonalNeeds[] {
  const all = new Set([...customers, ...enrollments.map(({ customerId }) => customerId)]);
  const others = [...all].filter((id) => !segments.customers.has(id));
  const personal = ({ events, segments, records }: ConditionNeeds) => ({ events, segments, records });
  return [
    { ...personal(joined), customers: others },
    { ...personal(judging), customers: [...segments.customers] },
  ].filter((group) => group.customers.length > 0);
}
