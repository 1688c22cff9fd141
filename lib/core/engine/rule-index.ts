// The live rules, arranged so that an event costs what it touches and not what the workspace holds.
import { evaluate } from '../condition/evaluate';
import type { Id } from '../id';
import type { JsonObject } from '../json';
import type { CustomerEvent } from './customer-event';
import type { Enrollment } from './enrollment';
import { keyOf } from './enrollment-key';
import type { LiveRule, LiveVersion } from './live-rule';
import type { NodeId, Program } from './program';
import { addToTree, candidates, emptyTree, type RuleTree } from './rule-tree';

export interface RuleIndex {
  readonly programs: ReadonlyMap<string, Program>;
  readonly enrolling: ReadonlyMap<string, RuleTree>;
  readonly resuming: ReadonlyMap<string, readonly LiveRule[]>;
  /** The names of the events that somebody inside a journey may be waiting for. */
  readonly resumingEvents: ReadonlySet<string>;
}

const versionKey = (journeyId: Id<'jrn'>, version: number) => `${journeyId}/${version}`;

const nodeKey = (journeyId: Id<'jrn'>, version: number, nodeId: NodeId | null) =>
  `${versionKey(journeyId, version)}/${nodeId}`;

function liveRules(live: readonly LiveVersion[]): LiveRule[] {
  const rules = live.flatMap(({ journeyId, version, program, isEnrolling }) =>
    program.rules
      .filter(({ effect }) => effect === 'resume' || isEnrolling)
      .map((rule) => ({ ...rule, journeyId, version, reentry: program.reentry })),
  );
  return rules.map((rule, order) => ({ ...rule, order }));
}

/**
 * Builds the index of all versions that matter. Cheap enough to be built anew whenever one of them changes.
 * Where several rules match one event they act in the order of `live`, then in the order of their program.
 */
export function buildRuleIndex(live: readonly LiveVersion[]): RuleIndex {
  const rules = liveRules(live);
  const enrolling = new Map<string, RuleTree>();
  const resuming = new Map<string, LiveRule[]>();
  for (const rule of rules) {
    if (rule.effect === 'enroll') {
      const tree = enrolling.get(rule.event) ?? emptyTree();
      enrolling.set(rule.event, tree);
      addToTree(tree, rule);
    } else {
      const place = nodeKey(rule.journeyId, rule.version, rule.nodeId);
      resuming.set(place, [...(resuming.get(place) ?? []), rule]);
    }
  }
  const resumes = rules.filter(({ effect }) => effect === 'resume');
  return {
    programs: new Map(
      live.map(({ journeyId, version, program }) => [versionKey(journeyId, version), program]),
    ),
    enrolling,
    resuming,
    resumingEvents: new Set(resumes.map(({ event }) => event)),
  };
}

type OfVersion = Pick<Enrollment, 'journeyId' | 'version'>;

/** The program a passage runs on, or undefined where its version is not among the live ones (e.g. it is paused). */
export function findProgram(index: RuleIndex, { journeyId, version }: OfVersion): Program | undefined {
  return index.programs.get(versionKey(journeyId, version));
}

export function getProgram(index: RuleIndex, passage: OfVersion): Program {
  const program = findProgram(index, passage);
  if (program === undefined) throw new Error(`${passage.journeyId} has no live version ${passage.version}.`);
  return program;
}

/** The rules by which this event lets this customer in, in the order in which they act. */
export function enrollRules(index: RuleIndex, event: CustomerEvent, attributes: JsonObject): LiveRule[] {
  const tree = index.enrolling.get(event.name);
  if (tree === undefined) return [];
  const facts = { attributes, properties: event.properties };
  return candidates(tree, facts)
    .filter(({ filter }) => filter === null || evaluate(filter, facts))
    .sort((a, b) => a.order - b.order);
}

/** Whether this event is what the enrollment waits for where it stands: name, filter and key. */
export function isResumedBy(
  index: RuleIndex,
  enrollment: Enrollment,
  event: CustomerEvent,
  attributes: JsonObject,
): boolean {
  if (!index.resumingEvents.has(event.name)) return false;
  const { journeyId, version, nodeId, key } = enrollment;
  const rules = index.resuming.get(nodeKey(journeyId, version, nodeId)) ?? [];
  const facts = { attributes, properties: event.properties };
  return rules.some(
    (rule) =>
      rule.event === event.name &&
      (rule.key === null || keyOf(rule.key, event.properties) === key) &&
      (rule.filter === null || evaluate(rule.filter, facts)),
  );
}
