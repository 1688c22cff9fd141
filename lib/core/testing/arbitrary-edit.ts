// Gestures of any kind on any drawing, stale ones included.
import fc from 'fast-check';
import type { Edit } from '../journey/edit';
import { fragmentOf, renewed } from '../journey/fragment';
import { draftData } from './arbitrary-data';
import { arbitraryDocument, arbitraryExit, arbitraryNodeId, arbitraryType } from './arbitrary-document';
import { arbitraryJourney } from './arbitrary-journey';

const place = { from: arbitraryNodeId, exit: arbitraryExit };
const anyData = arbitraryType.chain((type) => fc.oneof(draftData[type], fc.anything()));
/** Branches above all, because their data decides which exits there are. */
const newData = fc.oneof(draftData.branch, anyData);
const someIds = fc.array(arbitraryNodeId, { maxLength: 4 });
const pixels = fc.oneof(fc.double(), fc.double({ min: -2, max: 2 }));

const anyEdit: fc.Arbitrary<Edit> = fc.oneof(
  fc.record(
    {
      kind: fc.constant('add-node' as const),
      id: arbitraryNodeId,
      type: arbitraryType,
      name: fc.string({ maxLength: 9 }),
      data: anyData,
      into: fc.record(place),
      tail: fc.option(arbitraryExit),
    },
    { requiredKeys: ['kind', 'id', 'type'] },
  ),
  fc.record({ kind: fc.constant('connect' as const), ...place, to: arbitraryNodeId }),
  fc.record({ kind: fc.constant('disconnect' as const), ...place }),
  fc.record({ kind: fc.constant('remove-node' as const), id: arbitraryNodeId }),
  fc.record({ kind: fc.constant('update-data' as const), id: arbitraryNodeId, data: newData }),
  fc.record({ kind: fc.constant('rename-node' as const), id: arbitraryNodeId, name: fc.string() }),
  fc.record({
    kind: fc.constant('nudge-node' as const),
    id: arbitraryNodeId,
    nudge: fc.record({ x: pixels, y: pixels }),
  }),
  fc.constant({ kind: 'tidy' as const }),
  fc.record({ kind: fc.constant('move-nodes' as const), ids: someIds, into: fc.record(place) }),
  fc.record({ kind: fc.constant('detach-nodes' as const), ids: someIds }),
  fc
    .tuple(
      fc.oneof(arbitraryDocument, arbitraryJourney),
      fc.option(fc.record(place), { nil: undefined }),
      fc.boolean(),
    )
    .map(([{ nodes, edges }, into, isFresh]) => {
      const piece = fragmentOf(
        { format: 1, nodes, edges, settings: { reentry: 'once' } },
        nodes.map(({ id }) => id),
      );
      let count = 0;
      const fresh = isFresh ? renewed(piece, () => `nod_fresh${count++}`) : piece;
      return { kind: 'paste' as const, nodes: fresh.nodes, edges: fresh.edges, ...(into && { into }) };
    }),
  fc.record({
    kind: fc.constant('set-settings' as const),
    settings: fc.record({ reentry: fc.constantFrom('once' as const, 'unlimited' as const) }),
  }),
);

export const arbitraryEdit: fc.Arbitrary<Edit> = anyEdit.map((change) => structuredClone(change));
