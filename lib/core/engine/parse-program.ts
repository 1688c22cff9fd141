// A stored program as a program again: whatever a database may hold, the engine only runs what it understands.
import { z } from 'zod';
import { Path, RuleFilter } from '../condition/condition';
import { type ConditionNeeds, NO_NEEDS, RecordKind } from '../condition/condition-needs';
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

const Needs: z.ZodType<ConditionNeeds> = z.strictObject({
  attributes: z.array(z.string()),
  events: z.record(z.string(), z.number().nullable()),
  segments: z.array(z.string()),
  records: z.array(RecordKind).default([]),
  skus: z.array(z.string()),
  skuPaths: z.array(Path),
});

const StoredProgram = z.strictObject({
  format: z.literal(1),
  reentry: z.enum(['once', 'after', 'unlimited']),
  // What versions published before these were known do without.
  reentryAfterMs: z.number().default(0),
  concurrency: z.enum(['by-key', 'one']).default('by-key'),
  holdoutPercent: z.number().default(0),
  startsAt: z.number().nullable().default(null),
  endsAt: z.number().nullable().default(null),
  needs: Needs.default(NO_NEEDS),
  steps: z.record(NodeId, StoredStep),
  rules: z.array(
    z.strictObject({
      nodeId: NodeId.nullable(),
      effect: z.enum(['enroll', 'resume', 'convert', 'exit']),
      on: z.enum(['event', 'signal', 'change']).default('event'),
      event: z.string(),
      filter: RuleFilter.nullable(),
      key: Path.nullable(),
      acceptsLate: z.boolean(),
      label: z.string().default(''),
      ends: z.boolean().default(false),
    }),
  ),
});

/** The program in a stored value, or null where it is not one (an unknown format, a type this release does not have). */
export function parseProgram(stored: unknown): Program | null {
  const parsed = StoredProgram.safeParse(stored);
  return parsed.success ? parsed.data : null;
}
