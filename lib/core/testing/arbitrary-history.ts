// What happens to a few customers: events in order of acceptance, cut into batches, with time passing in between.
import fc from 'fast-check';
import type { CustomerEvent } from '../engine/customer-event';
import type { JsonObject } from '../json';
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

/** Dates and zones of a customer around the days of these histories, some of them none. */
const arbitraryCalendar: fc.Arbitrary<JsonObject> = fc.record(
  {
    born: fc.constantFrom(
      ...['1992-02-29', '1990-03-02', '2026-03-03', '1990-03-08', '2026-03-04T22:30:00Z'],
      ...['soon', 7, null],
    ),
    renews: fc.constantFrom('2026-03-02', '2026-03-05', '2026-03-08', '2026-02-28', null),
    timezone: fc.constantFrom(
      ...['Europe/Prague', 'America/St_Johns', 'America/Lima', 'Pacific/Kiritimati', 'Pacific/Pago_Pago'],
      ...['Nowhere', null],
    ),
  },
  { requiredKeys: [] },
);

function happeningOf(...types: readonly CustomerEvent['type'][]) {
  return fc.record({
    customerId: fc.constantFrom(...CUSTOMERS),
    type: fc.constantFrom(...types),
    name: fc.constantFrom(...EVENT_NAMES, 'Unrelated'),
    facts: arbitraryFacts,
    calendar: arbitraryCalendar,
    order,
    pause: fc.constantFrom(0, 0, 1, 3, 20, 150),
    isLate: fc.integer({ min: 0, max: 9 }).map((number) => number === 0),
    cut: fc.boolean(),
  });
}

type Happening = ReturnType<typeof happeningOf> extends fc.Arbitrary<infer Value> ? Value : never;

function eventFrom(what: Happening, seq: number, receivedAt: number): CustomerEvent {
  const { customerId, type, name, facts, calendar, order, isLate } = what;
  return structuredClone({
    seq,
    customerId,
    messageId: `message-${seq}`,
    type,
    name,
    properties: type === 'identify' ? {} : { ...facts, order },
    traits: type === 'identify' ? { ...facts, ...calendar } : {},
    occurredAt: isLate ? receivedAt - 4 * DAY : receivedAt,
    receivedAt,
  });
}

/** Up to five stretches of up to eight events each. Time never runs backwards. */
function historyOf(happening: fc.Arbitrary<Happening>, ...rests: readonly number[]): fc.Arbitrary<Stretch[]> {
  const stretch = fc.record({
    happenings: fc.array(happening, { maxLength: 8, size: 'large' }),
    rest: fc.constantFrom(...rests),
  });
  return fc.array(stretch, { maxLength: 5, size: 'large' }).map((stretches) => {
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
}

export const arbitraryHistory = historyOf(
  happeningOf('track', 'track', 'track', 'page', 'identify'),
  ...[0, 5, 60, 180, 2000],
);

/** Of customers who tell a lot about themselves, over more days. */
export const tellingHistory = historyOf(
  happeningOf('track', 'identify', 'identify'),
  ...[5, 180, 700, 1440, 2000, 4000],
);

/** The events of a stretch as the batches the cuts make of them. */
export function piecesOf({ events, cuts }: Stretch): CustomerEvent[][] {
  const pieces: CustomerEvent[][] = [[]];
  events.forEach((event, index) => {
    if (cuts[index]) pieces.push([]);
    pieces.at(-1)?.push(event);
  });
  return pieces;
}
