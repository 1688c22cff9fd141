// What a journey starts from: one trigger, waiting to be told which event.
import type { NodeId } from '../engine/program';
import { nodeTypes } from '../nodes/registry';
import type { JourneyDocument } from './document';

/** A fresh journey with one event trigger of the given id. It parses, but does not compile until it is filled in. */
export function blankDocument(triggerId: NodeId): JourneyDocument {
  const { type, data } = nodeTypes['event-trigger'];
  return {
    format: 1,
    nodes: [{ id: triggerId, type, name: '', data: data.parse({}) }],
    edges: [],
    settings: { reentry: 'unlimited' },
  };
}
