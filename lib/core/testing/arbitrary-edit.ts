// Gestures of any kind on any drawing, stale ones included.
import fc from 'fast-check';
import type { Edit } from '../journey/edit';
import { draftData } from './arbitrary-data';
import { arbitraryExit, arbitraryNodeId, arbitraryType } from './arbitrary-document';

const place = { from: arbitraryNodeId, exit: arbitraryExit };
const anyData = arbitraryType.chain((type) => fc.oneof(draftData[type], fc.anything()));
/** Branches above all, because their data decides which exits there are. */
const newData = fc.oneof(draftData.branch, anyData);
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
  fc.record({
    kind: fc.constant('set-settings' as const),
    settings: fc.record({ reentry: fc.constantFrom('once' as const, 'unlimited' as const) }),
  }),
);

export const arbitraryEdit: fc.Arbitrary<Edit> = anyEdit.map((change) => structuredClone(change));
