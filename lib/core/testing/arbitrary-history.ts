// What happens to a few customers: events in order of acceptance, cut into batches, with time passing in between.
import fc from 'fast-check';
import type { CustomerEvent } from '../engine/customer-event';
import { arbitraryFacts } from './arbitrary-condition';
import { DAY, MINUTE, NOON } from './build-event';
import { EVENT_NAMES } from './event-names';

/** Events that are worked between two looks at the clock; `cuts` says where else the shell may have split them. */
export interface Stretch {
  readonly events: readonly CustomerEvent[];
  readonly cuts: readonly boolean[];
  /** When the timers are looked at, after the last event of the stretch. */
  readonly now: number;
}

export const CUSTOMERS = ['cus_1', 'cus_2', 'cus_3'] as const;

const order = fc.constantFrom<string | number | null>('A', 'A', 7, '7', null);

const happening = fc.record({
  customerId: fc.constantFrom(...CUSTOMERS),
  type: fc.constantFrom(
    'track' as const,
    'track' as const,
    'track' as const,
    'page' as const,
    'identify' as const,
  ),
  name: fc.constantFrom(...EVENT_NAMES, 'Unrelated'),
  facts: arbitraryFacts,
  order,
  pause: fc.constantFrom(0, 0, 1, 3, 20, 150),
  isLate: fc.integer({ min: 0, max: 9 }).map((number) => number === 0),
  cut: fc.boolean(),
});

type Happening = typeof happening extends fc.Arbitrary<infer Value> ? Value : never;

function eventFrom(what: Happening, seq: number, receivedAt: number): CustomerEvent {
  const { customerId, type, name, facts, order, isLate } = what;
  return structuredClone({
    seq,
    customerId,
    messageId: `message-${seq}`,
    type,
    name,
    properties: type === 'identify' ? {} : { ...facts, order },
    traits: type === 'identify' ? facts : {},
    occurredAt: isLate ? receivedAt - 4 * DAY : receivedAt,
    receivedAt,
  });
}

/** Up to five stretches of up to eight events each. Time never runs backwards. */
export const arbitraryHistory: fc.Arbitrary<Stretch[]> = fc
  .array(
    fc.record({
      happenings: fc.array(happening, { maxLength: 8, size: 'large' }),
      rest: fc.constantFrom(0, 5, 60, 180, 2000),
    }),
    { maxLength: 5, size: 'large' },
  )
  .map((stretches) => {
    let time = NOON;
    let seq = 0;
    return stretches.map(({ happenings, rest }) => {
      const events = happenings.map((what) => {
        time += what.pause * MINUTE;
        seq += 1;
        return eventFrom(what, seq, time);
      });
      time += rest * MINUTE;
      return { events, cuts: happenings.map(({ cut }) => cut), now: time };
    });
  });

/** The events of a stretch as the batches the cuts make of them. */
export function piecesOf({ events, cuts }: Stretch): CustomerEvent[][] {
  const pieces: CustomerEvent[][] = [[]];
  events.forEach((event, index) => {
    if (cuts[index]) pieces.push([]);
    pieces.at(-1)?.push(event);
  });
  return pieces;
}
