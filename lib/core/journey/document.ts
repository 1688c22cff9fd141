// The stored drawing of a journey: nodes, edges, settings. React Flow only ever sees a projection of it.
import { z } from 'zod';
import { idOf } from '../id';
import { nodeSchemas } from '../nodes/registry';
import { StoredFormat } from '../stored-format';
import { textUpTo } from '../text';
import { JourneySettings } from './settings';

const NodeId = idOf('nod');

export const JourneyNode = z.discriminatedUnion('type', nodeSchemas);
export type JourneyNode = z.infer<typeof JourneyNode>;

export const Edge = z.strictObject({
  from: NodeId,
  exit: textUpTo(60).min(1),
  to: NodeId,
});
export type Edge = z.infer<typeof Edge>;

export const MAX_NODES = 500;
export const MAX_EDGES = 1000;

/** Format 1. An exit leads to at most one node (judged by compile). */
export const JourneyDocument = z.strictObject({
  format: StoredFormat,
  nodes: z.array(JourneyNode).max(MAX_NODES),
  edges: z.array(Edge).max(MAX_EDGES),
  settings: JourneySettings,
});
export type JourneyDocument = z.infer<typeof JourneyDocument>;
