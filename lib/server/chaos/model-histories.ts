// What the model check runs: drawings, what happens to a few customers, and a clock that jumps in between.
import fc from 'fast-check';
import type { JourneyDocument } from '@/lib/core/journey/document';
import { arbitraryHistory, type Stretch } from '@/lib/core/testing/arbitrary-history';
import { arbitraryJourney } from '@/lib/core/testing/arbitrary-journey';
import { DAY, HOUR, NOON } from '@/lib/core/testing/build-event';

export interface ModelHistory {
  readonly documents: readonly JourneyDocument[];
  /** Takes the first one's place before this stretch. */
  readonly second: JourneyDocument;
  readonly at: number;
  readonly stretches: readonly Stretch[];
}

const jumps = fc.array(fc.constantFrom(0, 0, 0, 0, -HOUR, 30 * DAY), { minLength: 15, maxLength: 15 });

const arbitraryModelHistory: fc.Arbitrary<ModelHistory> = fc
  .record({
    documents: fc.array(arbitraryJourney, { minLength: 1, maxLength: 3 }),
    second: arbitraryJourney,
    at: fc.nat(8),
    histories: fc.array(arbitraryHistory, { minLength: 3, maxLength: 3 }),
    jumps,
  })
  .map(({ histories, jumps: by, ...rest }) => ({ ...rest, stretches: jumping(histories, by) }));

/** Histories one behind the other; before each stretch the clock may jump, and timers are looked at where it lands. */
function jumping(histories: readonly Stretch[][], by: readonly number[]): Stretch[] {
  let shift = 0;
  let end = NOON;
  let seq = 0;
  let index = 0;
  return histories.flatMap((stretches) => {
    shift = end - NOON;
    return stretches.flatMap(({ events, cuts, now }) => {
      const jump = by[index++] ?? 0;
      const landed = end + jump;
      shift += jump;
      const moved = events.map((event) => {
        seq += 1;
        const { occurredAt, receivedAt } = event;
        const when = { occurredAt: occurredAt + shift, receivedAt: receivedAt + shift };
        return { ...event, ...when, seq, messageId: `message-${seq}` };
      });
      end = now + shift;
      const stretch = { events: moved, cuts, now: end };
      return jump === 0 ? [stretch] : [{ events: [], cuts: [], now: landed }, stretch];
    });
  });
}

/** The same seed gives the same histories. */
export function modelHistories(count: number, seed: number): ModelHistory[] {
  return fc.sample(arbitraryModelHistory, { numRuns: count, seed });
}
