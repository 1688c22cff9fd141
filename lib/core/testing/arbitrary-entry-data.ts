// Data of the entries by signal: half-typed and wrong for drafts, sound for journeys that run.
import fc from 'fast-check';
import type { NodeData, NodeType } from '../nodes/registry';

type EntryType = Exclude<NodeType & `${string}-trigger`, 'event-trigger'>;
type EntryData = { readonly [Type in EntryType]: fc.Arbitrary<NodeData<Type>> };

interface Pieces {
  readonly event: fc.Arbitrary<string>;
  readonly filter: fc.Arbitrary<NodeData<'event-trigger'>['filter']>;
  readonly key: fc.Arbitrary<string[] | null>;
  readonly isDraft: boolean;
}

const value = fc.constantFrom<string | number | boolean>('p', 'q', 1, true);
const time = fc.constantFrom('00:00', '02:30', '09:00', '12:30', '23:59');
const segmentId = fc.constantFrom('seg_a' as const, 'seg_b' as const);

export function entryData({ event, filter, key, isDraft }: Pieces): EntryData {
  const also = <Value>(sound: fc.Arbitrary<Value>, ...wrong: Value[]) =>
    isDraft ? fc.oneof(sound, fc.constantFrom(...wrong)) : sound;
  const attribute = also(fc.constantFrom('x', 'y', 'seen'), '');
  const date = also(fc.constantFrom('born', 'renews'), '', 'x');
  return {
    'segment-trigger': fc.record({
      segmentId: also<NodeData<'segment-trigger'>['segmentId']>(segmentId, null),
      on: fc.constantFrom('entered' as const, 'left' as const),
      filter,
    }),
    'attribute-trigger': fc.record({
      attribute,
      change: fc.constantFrom(
        'any' as const,
        'to' as const,
        'from' as const,
        'set' as const,
        'removed' as const,
      ),
      value: also(value, ''),
      filter,
    }),
    'date-trigger': fc.record({
      attribute: date,
      repeats: fc.constantFrom('yearly' as const, 'once' as const),
      offset: fc.record({
        days: also(fc.constantFrom(0, 0, 1, 2, 7, 365), -1, 0.5, 400),
        direction: fc.constantFrom('before' as const, 'after' as const),
      }),
      time: also(time, '', '9'),
      filter,
    }),
    'schedule-trigger': fc.record({
      kind: fc.constantFrom('once' as const, 'recurring' as const),
      date: also(fc.constantFrom('2026-03-02', '2026-03-04', '2026-03-08', '2028-02-29'), '', '2026-02-30'),
      every: fc.constantFrom('day' as const, 'week' as const, 'month' as const),
      weekdays: also(fc.subarray([1, 2, 3, 4, 5, 6, 7], { minLength: 1 }), [], [8]),
      monthDay: also<number | 'last'>(fc.constantFrom(1, 15, 31, 'last' as const), 0, 32),
      time: also(time, ''),
      zone: fc.constantFrom('workspace' as const, 'customer' as const),
      filter,
    }),
    'catalogue-trigger': fc.record({
      kind: fc.constantFrom('price-drop' as const, 'back-in-stock' as const, 'low-stock' as const),
      event,
      path: also<string[]>(fc.constant(['order']), [], ['']),
      withinDays: also(fc.constantFrom(1, 30, 365), 0, 1.5, 400),
      minDropPercent: also(fc.constantFrom(0, 10, 50), -1, 100),
    }),
    'api-trigger': fc.record({ filter, key }),
    'list-trigger': fc.record({ key }),
  };
}
