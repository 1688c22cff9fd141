// The live rules, arranged so that an event costs what it touches and not what the workspace holds.
import type { Condition } from '../condition/condition';
import { conditionNeeds } from '../condition/condition-needs';
import { equalitiesOf } from '../condition/equalities';
import { evaluate, type Facts } from '../condition/evaluate';
import { armKey, isAsked, journeyKey, recordKeys } from '../condition/record-keys';
import type { Id } from '../id';
import { isNodeType, nodeOf } from '../nodes/registry';
import type { Occurrence } from './customer-event';
import { type DateTrigger, dateTriggersOf } from './date-trigger';
import type { Enrollment } from './enrollment';
import { keyOf } from './enrollment-key';
import type { LiveRule, LiveVersion } from './live-rule';
import type { NodeId, Program, TriggerRule } from './program';
import { addToTree, candidates, emptyTree, type RuleTree } from './rule-tree';
import { buildSegmentIndex, type IndexedSegment, type LiveSegment, type SegmentIndex } from './segment-index';

export interface RuleIndex {
  readonly programs: ReadonlyMap<string, Program>;
  /** By the name of what happens. */
  readonly enrolling: ReadonlyMap<string, RuleTree>;
  /** By journey, version and node; goals and exit rules stand at the node `null`. */
  readonly inside: ReadonlyMap<string, readonly LiveRule[]>;
  /** Whatever may move somebody inside a journey: names of events and signals. */
  readonly movingNames: ReadonlySet<string>;
  /** Attributes whose change may let somebody in or move somebody. */
  readonly watchedAttributes: ReadonlySet<string>;
  /** What is written down of customers whose change may move somebody, by its key. */
  readonly watchedRecords: ReadonlySet<string>;
  readonly dateTriggers: readonly DateTrigger[];
  /** What steps of journeys may set off, as far as anything listens to it. */
  readonly setOff: ReadonlySet<string>;
  readonly segments: SegmentIndex;
  /** Those that steps of journeys may bring somebody into or out of. */
  readonly setOffSegments: readonly IndexedSegment[];
}

/** What tells the engine that an attribute of the customer has another value now. */
export const ATTRIBUTE_CHANGED = 'attribute-changed';
/** What tells it that something was written down of the customer: a consent, how a message came out, a passage, an arm. */
export const RECORD_CHANGED = 'record-changed';
/** What tells it that a customer's time has come at a trigger by date or schedule. */
export const APPOINTMENT = 'appointment';
export const SEGMENT_SIGNALS: readonly string[] = ['segment-entered', 'segment-left'];

const versionKey = (journeyId: Id<'jrn'>, version: number) => `${journeyId}/${version}`;

const nodeKey = (journeyId: Id<'jrn'>, version: number, nodeId: NodeId | null) =>
  `${versionKey(journeyId, version)}/${nodeId}`;

function liveRules(live: readonly LiveVersion[]): LiveRule[] {
  const rules = live.flatMap(({ journeyId, version, program, isEnrolling }) =>
    program.rules
      .filter(({ effect }) => effect !== 'enroll' || isEnrolling)
      .map((rule) => ({ ...rule, journeyId, version, program, listensFor: namesFor(rule) })),
  );
  return rules.map((rule, order) => ({ ...rule, order }));
}

function enrollingTrees(rules: readonly LiveRule[]): Map<string, RuleTree> {
  const trees = new Map<string, RuleTree>();
  for (const rule of rules) {
    if (rule.effect !== 'enroll') continue;
    const tree = trees.get(rule.event) ?? emptyTree();
    trees.set(rule.event, tree);
    addToTree(tree, rule);
  }
  return trees;
}

function insideRules(rules: readonly LiveRule[]): Map<string, LiveRule[]> {
  const places = new Map<string, LiveRule[]>();
  for (const rule of rules) {
    if (rule.effect === 'enroll') continue;
    const place = nodeKey(rule.journeyId, rule.version, rule.nodeId);
    places.set(place, [...(places.get(place) ?? []), rule]);
  }
  return places;
}

function namesFor({ on, event, filter }: TriggerRule): string[] {
  if (on !== 'change' || filter === null) return [event];
  const { attributes, events, segments } = conditionNeeds([filter]);
  return [
    ...Object.keys(events),
    ...(attributes.length > 0 ? [ATTRIBUTE_CHANGED] : []),
    ...(segments.length > 0 ? SEGMENT_SIGNALS : []),
    ...(recordKeys(filter).length > 0 ? [RECORD_CHANGED] : []),
  ];
}

function watchedAttributes(rules: readonly LiveRule[], dateTriggers: readonly DateTrigger[]): Set<string> {
  const byChange = rules.flatMap(({ on, filter }) =>
    on === 'change' && filter !== null ? conditionNeeds([filter]).attributes : [],
  );
  const byTrigger = rules
    .filter(({ on, event }) => on === 'signal' && event === ATTRIBUTE_CHANGED)
    .flatMap(({ filter }) => equalitiesOf(filter))
    .filter(({ path }) => path.join() === 'attribute')
    .flatMap(({ values }) => values.map(String));
  return new Set([...byChange, ...byTrigger, ...dateTriggers.flatMap(({ attributes }) => attributes)]);
}

function watchedRecords(rules: readonly LiveRule[]): Set<string> {
  return new Set(
    rules.flatMap(({ on, filter }) => (on === 'change' && filter !== null ? recordKeys(filter) : [])),
  );
}

/** What passages through a version write down of customers. */
function recordsOf({ journeyId, program }: LiveVersion): string[] {
  const deals = Object.values(program.steps).some(({ type }) => type === 'experiment-split');
  return deals ? [journeyKey(journeyId), armKey(journeyId)] : [journeyKey(journeyId)];
}

/**
 * Builds the index of all versions that matter. Cheap enough to be built anew whenever one of them changes.
 * Where several rules match one event they act in the order of `live`, then in the order of their program.
 */
export function buildRuleIndex(
  live: readonly LiveVersion[],
  liveSegments: readonly LiveSegment[] = [],
): RuleIndex {
  const rules = liveRules(live);
  const dateTriggers = live.filter(({ isEnrolling }) => isEnrolling).flatMap(dateTriggersOf);
  const enrolling = enrollingTrees(rules);
  const movingNames = new Set(
    rules.filter(({ effect }) => effect !== 'enroll').flatMap(({ listensFor }) => listensFor),
  );
  const watched = watchedRecords(rules);
  const records = live.flatMap(recordsOf);
  const isHeardOf = records.some((key) => isAsked(watched, key));
  const set = new Set([...live.flatMap(setOffBy), ...(isHeardOf ? [RECORD_CHANGED] : [])]);
  const segments = buildSegmentIndex(liveSegments);
  return {
    segments,
    setOffSegments: setOffSegments(segments, set, records),
    programs: new Map(
      live.map(({ journeyId, version, program }) => [versionKey(journeyId, version), program]),
    ),
    enrolling,
    inside: insideRules(rules),
    movingNames,
    watchedAttributes: watchedAttributes(rules, dateTriggers),
    watchedRecords: watched,
    dateTriggers,
    setOff: new Set(
      [...set].flatMap((name) => {
        const isHeard = enrolling.has(name) || movingNames.has(name);
        const isDated = name === ATTRIBUTE_CHANGED && dateTriggers.length > 0;
        return [...(isHeard ? [name] : []), ...(isDated ? [APPOINTMENT] : [])];
      }),
    ),
  };
}

function setOffSegments(
  { byEvent, byAttribute, byRecord }: SegmentIndex,
  set: ReadonlySet<string>,
  records: readonly string[],
): IndexedSegment[] {
  const byKey = records.flatMap((key) => byRecord.get(key) ?? []);
  const byName = [...set].flatMap((name) => byEvent.get(name) ?? []);
  const byChange = set.has(ATTRIBUTE_CHANGED) ? [...byAttribute.values()].flat() : [];
  return [...new Set([...byName, ...byChange, ...byKey])];
}

function setOffBy({ program }: LiveVersion): readonly string[] {
  return Object.values(program.steps).flatMap(({ type, data }) => {
    return isNodeType(type) ? (nodeOf(type).setsOff?.(data) ?? []) : [];
  });
}

type OfVersion = Pick<Enrollment, 'journeyId' | 'version'>;

/** The program a passage runs on, or undefined where its version is not among the live ones. */
export function findProgram(index: RuleIndex, { journeyId, version }: OfVersion): Program | undefined {
  return index.programs.get(versionKey(journeyId, version));
}

export function getProgram(index: RuleIndex, passage: OfVersion): Program {
  const program = findProgram(index, passage);
  if (program === undefined) throw new Error(`${passage.journeyId} has no live version ${passage.version}.`);
  return program;
}

/** The rules by which this lets this customer in, in the order in which they act. */
export function enrollRules(index: RuleIndex, event: Occurrence, facts: Facts): LiveRule[] {
  const tree = index.enrolling.get(event.name);
  if (tree === undefined) return [];
  return candidates(tree, facts)
    .filter((rule) => isMeant(rule, event) && (rule.filter === null || evaluate(rule.filter, facts)))
    .sort((a, b) => a.order - b.order);
}

/** The rules for somebody inside: those of the node they stand at, or goals and exit rules (`null`). */
export function rulesAt(
  index: RuleIndex,
  { journeyId, version }: OfVersion,
  nodeId: NodeId | null,
): readonly LiveRule[] {
  return index.inside.get(nodeKey(journeyId, version, nodeId)) ?? [];
}

/** Whether a rule for somebody inside is met: by name, key and filter, or by a condition that holds now. */
export function isMet(
  rule: LiveRule,
  event: Occurrence,
  { key, trigger }: Enrollment,
  facts: Facts,
): boolean {
  if (!rule.listensFor.includes(event.name)) return false;
  if (rule.on === 'change') {
    if (rule.filter === null || !isAbout(rule.filter, event)) return false;
    // A condition of a passage speaks of the event that began it, whatever has just happened.
    return evaluate(rule.filter, { ...facts, properties: trigger.properties });
  }
  return (
    isMeant(rule, event) &&
    (rule.key === null || keyOf(rule.key, event.properties) === key) &&
    (rule.filter === null || evaluate(rule.filter, facts))
  );
}

/** A change of what a condition does not mention cannot be why it holds: whoever else hears of it does not matter. */
function isAbout(condition: Condition, { type, name, properties }: Occurrence): boolean {
  if (type !== 'signal') return true;
  const { attributes, segments } = conditionNeeds([condition]);
  if (name === ATTRIBUTE_CHANGED) return attributes.some((attribute) => attribute === properties.attribute);
  if (name === RECORD_CHANGED) return isAsked(new Set(recordKeys(condition)), String(properties.record));
  return segments.some((segment) => segment === properties.segment_id);
}

/** A signal may name the journey and the node it is for; an event is for everybody. */
function isMeant(rule: LiveRule, { type, properties }: Occurrence): boolean {
  if (rule.on === 'event') return type !== 'signal';
  if (type !== 'signal') return false;
  const { journey_id, node_id } = properties;
  return (journey_id ?? rule.journeyId) === rule.journeyId && (node_id ?? rule.nodeId) === rule.nodeId;
}
