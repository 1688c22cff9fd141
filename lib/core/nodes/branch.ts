// Flow: the first branch whose condition holds is taken, and `otherwise` where none does.
import { z } from 'zod';
import { Condition, isUnset } from '../condition/condition';
import { conditionNeeds } from '../condition/condition-needs';
import { evaluate } from '../condition/evaluate';
import { conditionProblems } from '../condition/problems';
import { testedValues } from '../condition/tested-values';
import { factsAt } from '../engine/facts-at';
import { textUpTo } from '../text';
import { defineNode, type NodeProblem } from './define-node';
import { nodeError } from './node-error';

const OTHERWISE = 'otherwise';

/** `id` names the exit, so it stays when branches are renamed or moved. */
const Branch = z.strictObject({
  id: z
    .string()
    .regex(
      /^[A-Za-z0-9][A-Za-z0-9_-]{0,59}$/,
      'must be 1 to 60 letters, digits, - or _, and begin with a letter or digit',
    ),
  name: textUpTo(120).default(''),
  condition: Condition.default({ type: 'all', of: [] }),
});

const Data = z.strictObject({
  branches: z
    .array(Branch)
    .max(10)
    .default([{ id: 'yes', name: '', condition: { type: 'all', of: [] } }]),
});
type Data = z.infer<typeof Data>;

function problems({ branches }: Data): NodeProblem[] {
  if (branches.length === 0) return [nodeError('empty-condition', 'branches')];
  const seen = new Set([OTHERWISE]);
  return branches.flatMap(({ id, name, condition }, index) => {
    const field = `branches.${index}`;
    const isRepeated = seen.has(id);
    seen.add(id);
    const repeated = isRepeated ? [nodeError('duplicate-branch', `${field}.id`, { branch: name || id })] : [];
    const isEmpty = isUnset(condition);
    const own = isEmpty ? [nodeError('empty-condition', `${field}.condition`)] : [];
    return [...repeated, ...(isEmpty ? own : conditionProblems(condition, `${field}.condition`))];
  });
}

export const branch = defineNode({
  type: 'branch',
  family: 'flow',
  data: Data,
  waits: false,
  rule: () => [],
  needs: ({ branches }) => conditionNeeds(branches.map(({ condition }) => condition)),
  exits: ({ branches }) => [
    ...branches.map(({ id }) => ({ id })),
    { id: OTHERWISE, required: true, problem: 'branch-without-default' },
  ],
  compile: problems,
  step: ({ branches }, visit) => {
    const facts = factsAt(visit);
    const taken = branches.find(({ condition }) => evaluate(condition, facts));
    const values = testedValues(
      branches.map(({ condition }) => condition),
      facts,
    );
    if (taken === undefined) {
      return { kind: 'go', exit: OTHERWISE, code: 'no-branch-matched', inputs: { values } };
    }
    return {
      kind: 'go',
      exit: taken.id,
      code: 'branch-taken',
      inputs: { branch: taken.name || taken.id, values },
    };
  },
});
