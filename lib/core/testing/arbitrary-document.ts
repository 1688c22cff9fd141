// Any drawing a draft may hold, sound or not: what `compile` and `edit` must cope with.
import fc from 'fast-check';
import type { NodeId } from '../engine/program';
import type { JourneyDocument, JourneyNode } from '../journey/document';
import { type NodeType, nodeTypes } from '../nodes/registry';
import { draftData } from './arbitrary-data';

/** So few ids that nodes often share one and edges often, but not always, meet a node. */
export const arbitraryNodeId: fc.Arbitrary<NodeId> = fc
  .integer({ min: 1, max: 12 })
  .map((number) => `nod_${number}` as const);

export const arbitraryExit = fc.constantFrom('next', 'happened', 'timeout', 'yes', 'no', 'otherwise', 'b1');

const types = Object.keys(nodeTypes) as NodeType[]; // keys of the registry, which TypeScript widens to string
export const arbitraryType = fc.constantFrom(...types);

const nudge = fc.record({ x: fc.integer({ min: -999, max: 999 }), y: fc.integer({ min: -999, max: 999 }) });

const arbitraryNode: fc.Arbitrary<JourneyNode> = arbitraryType.chain((type) =>
  fc
    .record(
      { id: arbitraryNodeId, name: fc.string({ maxLength: 9 }), data: draftData[type], nudge },
      { requiredKeys: ['id', 'name', 'data'] },
    )
    // The data was drawn for this very type, which the record of arbitraries does not show.
    .map((node) => ({ ...node, type }) as JourneyNode),
);

export const arbitraryDocument: fc.Arbitrary<JourneyDocument> = fc
  .record({
    format: fc.constant(1 as const),
    nodes: fc.array(arbitraryNode, { maxLength: 12 }),
    edges: fc.array(fc.record({ from: arbitraryNodeId, exit: arbitraryExit, to: arbitraryNodeId }), {
      maxLength: 20,
    }),
    settings: fc.record({ reentry: fc.constantFrom('once', 'unlimited') }),
  })
  // A clone has ordinary prototypes, as everything has that was parsed.
  .map((document) => structuredClone(document));
