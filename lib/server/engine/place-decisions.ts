// Stamps what wrote attributes, and what journeys made happen, with its exact place in the customer's history: instants
// cannot tell it, because many events may share one. Reasons are derived by it.
import type { BatchDecision, BatchOutcome } from '@/lib/core/engine/batch';
import type { Occurrence } from '@/lib/core/engine/customer-event';
import { laneOf } from '@/lib/core/hash';
import type { Claim } from './claim-lanes';

/** `[seq, turn]`; what no event of this batch came before stands behind all that was worked earlier. */
function placeIn({ places }: BatchOutcome, { lanes }: Claim, what: BatchDecision | Occurrence) {
  const place = places.get(what);
  if (place === undefined) return null;
  const { cursor = 0 } = lanes.find(({ lane }) => lane === laneOf(what.customerId)) ?? {};
  return [place.seq ?? cursor, place.turn];
}

export function placeDecisions(outcome: BatchOutcome, claim: Claim): readonly BatchDecision[] {
  if (outcome.places.size === 0) return outcome.decisions;
  return outcome.decisions.map((decision) => {
    const place = placeIn(outcome, claim, decision);
    return place === null ? decision : { ...decision, inputs: { ...decision.inputs, place } };
  });
}

export function placeEmitted(outcome: BatchOutcome, claim: Claim) {
  return outcome.emitted.map((event) => ({ ...event, place: placeIn(outcome, claim, event) }));
}
