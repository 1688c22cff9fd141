// Laws of the entries by date and by schedule: for all journeys, zones and histories, rounds over all customers included.
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { tellingHistory } from '../testing/arbitrary-history';
import { timedJourney } from '../testing/arbitrary-journey';
import {
  batched,
  inOne,
  inPieces,
  naively,
  publicationsOf,
  type State,
  told,
} from '../testing/published-histories';

/** How many entered by date, by schedule, and whose date was none. */
function countTimed(rare: Map<string, number>, { decisions }: State): void {
  for (const { code, inputs } of decisions) {
    const isMeeting = code === 'entered' && inputs.event === 'appointment';
    const kind = 'attribute' in inputs ? 'by date' : 'by schedule';
    if (isMeeting || code === 'trigger-date-unusable') {
      const what = isMeeting ? kind : code;
      rare.set(what, (rare.get(what) ?? 0) + 1);
    }
  }
}

const publications = publicationsOf(timedJourney);

test('by date and by schedule batches let in whom one event at a time lets in, whatever the batches', () => {
  const rare = new Map<string, number>();
  fc.assert(
    fc.property(publications, tellingHistory, (drawingsAt, history) => {
      const shell = batched(history, drawingsAt, inPieces);
      expect(told(shell)).toEqual(told(naively(history, drawingsAt)));
      countTimed(rare, shell);
    }),
    { numRuns: 200 },
  );
  for (const what of ['by date', 'by schedule', 'trigger-date-unusable'])
    expect(rare.get(what)).toBeGreaterThan(5);
});

test('one batch for everything between two looks at the clock lets in the same', () => {
  fc.assert(
    fc.property(publications, tellingHistory, (drawingsAt, history) => {
      const shell = batched(history, drawingsAt, inOne);
      expect(told(shell)).toEqual(told(naively(history, drawingsAt)));
    }),
    { numRuns: 100 },
  );
});
