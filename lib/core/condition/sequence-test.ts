// Whether something the customer did was followed by something else in time, or was not.
import { durationMs } from '../duration';
import { EventTest, type SequenceTest } from './condition';
import type { Facts, PastEvent } from './evaluate';
import { eventsMeant } from './event-test';

type Deed = SequenceTest['first'];

function happened({ event, where }: Deed, within: EventTest['within'], facts: Facts): PastEvent[] {
  return eventsMeant({ ...EventTest.parse({ type: 'event' }), event, where: [...where], within }, facts);
}

/** Beginnings, oldest first, with when each one's time is over and whether it was followed before that. */
function beginnings(
  test: SequenceTest,
  facts: Facts,
): { readonly at: number; readonly over: number; readonly isFollowed: boolean }[] {
  const { first, next, within, lookBack } = test;
  const later = happened(next, null, facts).map(({ at }) => at);
  return happened(first, lookBack, facts).map(({ at }) => {
    const over = at + durationMs(within);
    return { at, over, isFollowed: later.some((one) => one > at && one < over) };
  });
}

/**
 * Holds where any beginning was followed in time; or, asked the other way, where the time of any beginning is over and
 * nothing followed. What happens at the very same moment does not follow, nor what happens when the time is just over.
 */
export function doesSequenceHold(test: SequenceTest, facts: Facts): boolean {
  if (test.first.event === '' || test.next.event === '') return false;
  const { now = 0 } = facts;
  return beginnings(test, facts).some(({ over, isFollowed }) =>
    test.isFollowed ? isFollowed : !isFollowed && over <= now,
  );
}

/** The instants (ms) at which time alone may turn the answer: a time is over, or a beginning is too long ago. */
export function turnsOfSequence(test: SequenceTest, facts: Facts): number[] {
  const { lookBack, isFollowed } = test;
  return beginnings(test, facts).flatMap(({ at, over }) => [
    ...(isFollowed ? [] : [over]),
    ...(lookBack === null ? [] : [at + durationMs(lookBack)]),
  ]);
}
