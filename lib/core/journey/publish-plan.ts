// What becomes of the people inside when a new version is published: a choice per step that changed under them.
import { z } from 'zod';
import type { NodeId, Program } from '../engine/program';
import { idOf } from '../id';
import { isNodeType, nodeOf } from '../nodes/registry';
import { MAX_NODES } from './document';

const at = { nodeId: idOf('nod') };
const spread = {
  spreadHours: z
    .number()
    .int()
    .min(0)
    .max(720)
    .default(0)
    .describe('Those who would go on at once are spread over so many hours.'),
};

const NodeChoice = z.discriminatedUnion('choice', [
  z.strictObject({ ...at, choice: z.literal('stay') }),
  z.strictObject({
    ...at,
    choice: z.literal('move'),
    to: idOf('nod').optional().describe('A step of the new version; left out, the same step.'),
    ...spread,
  }),
  z.strictObject({ ...at, choice: z.literal('re-time'), ...spread }),
  z.strictObject({ ...at, choice: z.literal('exit') }),
]);
export type NodeChoice = z.infer<typeof NodeChoice>;

export const PublishPlan = z.strictObject({
  nodes: z
    .array(NodeChoice)
    .max(MAX_NODES)
    .default([])
    .describe('For steps that are changed or removed. Where nothing is said, people stay on their version.'),
  others: z
    .enum(['move', 'stay'])
    .default('move')
    .describe('Everybody whose step is the same in the new version: move along to it, or stay.'),
});
export type PublishPlan = z.infer<typeof PublishPlan>;

/** Publishing without a plan touches nobody. */
export const everybodyStays: PublishPlan = { nodes: [], others: 'stay' };

export interface PlanProblem {
  readonly code: 'plan-target-missing' | 'plan-cannot-retime';
  readonly field: string;
  readonly nodeId: NodeId;
}

function isTarget({ steps }: Program, nodeId: NodeId): boolean {
  const step = steps[nodeId];
  return step !== undefined && isNodeType(step.type) && nodeOf(step.type).family !== 'entry';
}

/** Whether people can be made to wait here by another length of time. */
export function isTimed({ steps }: Program, nodeId: NodeId): boolean {
  const step = steps[nodeId];
  return step !== undefined && isNodeType(step.type) && nodeOf(step.type).waits;
}

/** The first thing in a plan that the new version cannot do, or null. */
export function planProblem({ nodes }: PublishPlan, program: Program): PlanProblem | null {
  for (const [index, choice] of nodes.entries()) {
    const { nodeId } = choice;
    const target = choice.choice === 'move' ? (choice.to ?? nodeId) : null;
    if (target !== null && !isTarget(program, target)) {
      return { code: 'plan-target-missing', field: `plan.nodes.${index}.to`, nodeId: target };
    }
    if (choice.choice === 're-time' && !isTimed(program, nodeId)) {
      return { code: 'plan-cannot-retime', field: `plan.nodes.${index}.choice`, nodeId };
    }
  }
  return null;
}
