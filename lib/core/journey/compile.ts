// From drawing to program: the only way a journey becomes something that runs.
import type { Program, Step, TriggerRule } from '../engine/program';
import { nodeOf } from '../nodes/registry';
import { advice } from './advice';
import { cycleProblems } from './cycle-problems';
import type { JourneyDocument, JourneyNode } from './document';
import { flowProblems } from './flow-problems';
import { exitsOf } from './graph';
import { keyProblems } from './key-problems';
import type { Problem } from './problem';
import { structureProblems } from './structure-problems';

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
    .map((rule) => ({ ...rule, nodeId: node.id }));
}

function programOf(document: JourneyDocument): Program {
  return {
    format: 1,
    reentry: document.settings.reentry,
    steps: Object.fromEntries(document.nodes.map((node) => [node.id, stepOf(node, document)])),
    rules: document.nodes.flatMap(rulesOf),
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
    ...advice(document),
  ];
  const isSound = problems.every(({ grade }) => grade !== 'error');
  return { program: isSound ? programOf(document) : null, problems };
}
