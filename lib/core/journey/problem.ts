// What is wrong with a draft, by node and field. Codes are closed; sentences live in the message catalogue.
import { z } from 'zod';
import type { NodeId } from '../engine/program';

export const ProblemCode = z.enum([
  'no-trigger',
  'unreachable-node',
  'cycle-without-wait',
  'branch-without-default',
  'exit-not-connected',
  'edge-to-nowhere',
  'edge-into-trigger',
  'duplicate-node',
  'duplicate-edge',
  'duplicate-branch',
  'empty-event-name',
  'empty-condition',
  'incomplete-condition',
  'bad-count',
  'bad-window',
  'needs-event',
  'bad-pattern',
  'empty-subject',
  'empty-body',
  'text-too-long',
  'key-without-trigger-key',
  'bad-template',
  'bad-link',
  'bad-url',
  'forbidden-address',
  'bad-duration',
  'bad-number',
  'bad-time',
  'bad-date',
  'bad-zone',
  'window-ends-first',
  'repeated-id',
  'unfinished-choice',
  'bad-weights',
  'empty-name',
  'empty-attribute-name',
  'trigger-goes-nowhere',
  'jump-goes-nowhere',
  'too-few-ways',
  'bad-saved-name',
  'incomplete-path',
  'repeated-name',
  'journey-not-startable',
  'pool-missing',
  'segment-missing',
  'journey-missing',
  'shorter-than-window',
  'promotes-by-opens',
  'clicks-with-holdout',
  'no-message',
  'one-channel-only',
]);
export type ProblemCode = z.infer<typeof ProblemCode>;

/** error blocks publishing; warning is probably a mistake; advice would make a better journey. */
export type ProblemGrade = 'error' | 'warning' | 'advice';

export interface Problem {
  readonly code: ProblemCode;
  readonly grade: ProblemGrade;
  readonly nodeId: NodeId | null;
  /** Dotted path into the node's data, e.g. `branches.0.condition`, or null when no field is to blame. */
  readonly field: string | null;
  /** Values for the sentence's placeholders. */
  readonly params?: Readonly<Record<string, string | number>>;
}
