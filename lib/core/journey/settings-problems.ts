// What is wrong with the settings of a journey, each at its field.

import { isUnset } from '../condition/condition';
import { conditionProblems } from '../condition/problems';
import type { NodeProblem } from '../nodes/define-node';
import { eventMatchProblems } from '../nodes/event-match';
import { nodeError } from '../nodes/node-error';
import type { JourneyDocument } from './document';
import type { Problem } from './problem';
import { type ExitRule, type JourneySettings, wholeSettings } from './settings';

function occasionProblems(rule: ExitRule, field: string): NodeProblem[] {
  if (rule.when === 'event') {
    return eventMatchProblems(rule).map((problem) => ({ ...problem, field: `${field}.${problem.field}` }));
  }
  if (isUnset(rule.condition)) return [nodeError('empty-condition', `${field}.condition`)];
  return conditionProblems(rule.condition, `${field}.condition`);
}

function repeatedIds(rules: readonly ExitRule[], field: string): NodeProblem[] {
  const seen = new Set<string>();
  return rules.flatMap(({ id, name }, index) => {
    const isRepeated = seen.has(id);
    seen.add(id);
    return isRepeated ? [nodeError('repeated-id', `${field}.${index}.id`, { name: name || id })] : [];
  });
}

function limitProblems(settings: Required<JourneySettings>): NodeProblem[] {
  const { reentry, reentryAfterDays, holdoutPercent, startsAt, endsAt } = settings;
  const problems: NodeProblem[] = [];
  const isSpanOdd = !(reentryAfterDays >= 1 && reentryAfterDays <= 3650);
  if (reentry === 'after' && isSpanOdd)
    problems.push(nodeError('bad-number', 'reentryAfterDays', { least: 1, most: 3650 }));
  if (!(holdoutPercent >= 0 && holdoutPercent <= 50)) {
    problems.push(nodeError('bad-number', 'holdoutPercent', { least: 0, most: 50 }));
  }
  if (startsAt !== null && endsAt !== null && Date.parse(endsAt) <= Date.parse(startsAt)) {
    problems.push(nodeError('window-ends-first', 'endsAt'));
  }
  return problems;
}

/** Problems of no node: their field is a path into the settings, e.g. `goals.0.condition`. */
export function settingsProblems(document: JourneyDocument): Problem[] {
  const settings = wholeSettings(document.settings);
  const { goals, exitRules } = settings;
  const found = [
    ...limitProblems(settings),
    ...goals.flatMap((goal, index) => occasionProblems(goal, `goals.${index}`)),
    ...exitRules.flatMap((rule, index) => occasionProblems(rule, `exitRules.${index}`)),
    ...repeatedIds(goals, 'goals'),
    ...repeatedIds(exitRules, 'exitRules'),
  ];
  return found.map((problem) => ({ ...problem, nodeId: null }));
}
