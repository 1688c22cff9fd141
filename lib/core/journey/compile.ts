// From drawing to program: the only way a journey becomes something that runs.
import { conditionNeeds, joinNeeds } from '../condition/condition-needs';
import type { Program, Step, TriggerRule } from '../engine/program';
import { nodeOf } from '../nodes/registry';
import { advice } from './advice';
import { cycleProblems } from './cycle-problems';
import type { JourneyDocument, JourneyNode } from './document';
import { flowProblems } from './flow-problems';
import { exitsOf } from './graph';
import { keyProblems } from './key-problems';
import type { Problem } from './problem';
import { type ExitRule, wholeSettings } from './settings';
import { settingsProblems } from './settings-problems';
import { structureProblems } from './structure-problems';

const DAY_MS = 86_400_000;

export interface Compiled {
  /** Null where any problem is an error. */
  readonly program: Program | null;
  readonly problems: readonly Problem[];
}

function nodeProblems(node: JourneyNode): Problem[] {
  const problems = nodeOf(node.type).compile(node.data);
  return problems.map((problem) => ({ ...problem, nodeId: node.id }));
}

function stepOf(node: JourneyNode, { edges }: JourneyDocument): Step {
  const leaving = new Map(edges.filter(({ from }) => from === node.id).map(({ exit, to }) => [exit, to]));
  const exits = Object.fromEntries(exitsOf(node).map(({ id }) => [id, leaving.get(id) ?? null]));
  return { type: node.type, data: node.data, exits };
}

function rulesOf(node: JourneyNode): TriggerRule[] {
  return nodeOf(node.type)
    .rule(node.data)
    .map((rule) => ({ ...rule, nodeId: node.id, label: '', ends: false }));
}

function settingRules({ settings }: JourneyDocument): TriggerRule[] {
  const { goals, exitRules } = wholeSettings(settings);
  return [
    ...goals.map((goal) => settingRule(goal, 'convert', goal.exits)),
    ...exitRules.map((rule) => settingRule(rule, 'exit', true)),
  ];
}

function settingRule(rule: ExitRule, effect: TriggerRule['effect'], ends: boolean): TriggerRule {
  const { when, event, filter, key, condition, name, id } = rule;
  const always = { nodeId: null, effect, label: name || id, ends, acceptsLate: true };
  if (when === 'event') return { ...always, on: 'event', event, filter, key };
  return { ...always, on: 'change', event: '', filter: condition, key: null };
}

function needsOf(document: JourneyDocument, rules: readonly TriggerRule[]): Program['needs'] {
  const filters = rules.flatMap(({ filter }) => (filter === null ? [] : [filter]));
  const nodes = document.nodes.flatMap(({ type, data }) => nodeOf(type).needs?.(data) ?? []);
  return joinNeeds([conditionNeeds(filters), ...nodes]);
}

const instant = (text: string | null) => (text === null ? null : Date.parse(text));

function programOf(document: JourneyDocument): Program {
  const rules = [...document.nodes.flatMap(rulesOf), ...settingRules(document)];
  const { reentry, reentryAfterDays, concurrency, holdoutPercent, startsAt, endsAt } = wholeSettings(
    document.settings,
  );
  return {
    format: 1,
    reentry,
    reentryAfterMs: reentryAfterDays * DAY_MS,
    concurrency,
    holdoutPercent,
    startsAt: instant(startsAt),
    endsAt: instant(endsAt),
    needs: needsOf(document, rules),
    steps: Object.fromEntries(document.nodes.map((node) => [node.id, stepOf(node, document)])),
    rules,
  };
}

/**
 * The program of a drawing, and what is wrong with it. Never throws. Errors block publishing (`program` is null),
 * warnings and advice do not. Templates are judged by whoever renders them (`bad-template`), not here.
 */
export function compile(document: JourneyDocument): Compiled {
  const problems = [
    ...structureProblems(document),
    ...flowProblems(document),
    ...cycleProblems(document),
    ...document.nodes.flatMap(nodeProblems),
    ...keyProblems(document),
    ...settingsProblems(document),
    ...advice(document),
  ];
  const isSound = problems.every(({ grade }) => grade !== 'error');
  return { program: isSound ? programOf(document) : null, problems };
}
