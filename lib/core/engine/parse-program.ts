// A stored program as a program again: whatever a database may hold, the engine only runs what it understands.
import { z } from 'zod';
import { Condition, Path } from '../condition/condition';
import { idOf } from '../id';
import { isNodeType, nodeOf } from '../nodes/registry';
import type { Program, Step } from './program';

const NodeId = idOf('nod');

const StoredStep = z
  .strictObject({ type: z.string(), data: z.unknown(), exits: z.record(z.string(), NodeId.nullable()) })
  .transform((step, context): Step => {
    const data = isNodeType(step.type) ? nodeOf(step.type).data.safeParse(step.data) : undefined;
    if (data?.success) return { ...step, data: data.data };
    context.addIssue(`not a step of type ${step.type}`);
    return z.NEVER;
  });

const StoredProgram = z.strictObject({
  format: z.literal(1),
  reentry: z.enum(['once', 'unlimited']),
  steps: z.record(NodeId, StoredStep),
  rules: z.array(
    z.strictObject({
      nodeId: NodeId,
      effect: z.enum(['enroll', 'resume']),
      event: z.string(),
      filter: Condition.nullable(),
      key: Path.nullable(),
      acceptsLate: z.boolean(),
    }),
  ),
});

/** The program in a stored value, or null where it is not one (an unknown format, a type this release does not have). */
export function parseProgram(stored: unknown): Program | null {
  const parsed = StoredProgram.safeParse(stored);
  return parsed.success ? parsed.data : null;
}
