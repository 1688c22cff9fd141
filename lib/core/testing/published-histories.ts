// Journeys that are published and published anew while things happen, and what comes of them in the naive model.
import fc from 'fast-check';
import type { JourneyDocument } from '../journey/document';
import { CUSTOMERS, type Stretch } from './arbitrary-history';
import { NOON } from './build-event';
import { NaiveModel } from './naive-model';
import type { PublishedDrawing } from './published-drawing';

/** Up to three journeys; before stretch `at`, the first is published anew. */
export function publicationsOf(journey: fc.Arbitrary<JourneyDocument>) {
  return fc
    .record({
      documents: fc.array(journey, { minLength: 1, maxLength: 3 }),
      second: journey,
      at: fc.nat(4),
    })
    .map(({ documents, second, at }) => {
      const before = documents.map((document, index): PublishedDrawing => {
        return { journeyId: `jrn_${index + 1}`, version: 1, document, isEnrolling: true };
      });
      const old = before.map((drawing) => ({ ...drawing, isEnrolling: drawing.journeyId !== 'jrn_1' }));
      const newest: PublishedDrawing = {
        journeyId: 'jrn_1',
        version: 2,
        document: second,
        isEnrolling: true,
      };
      return (stretch: number) => (stretch < at ? before : [...old, newest]);
    });
}

export type State = Pick<NaiveModel, 'attributes' | 'enrollments' | 'decisions' | 'commands'>;

/** Everything a state says, customer by customer: order counts within a customer, and nowhere else. */
export function told({ attributes, enrollments, decisions, commands }: State) {
  return CUSTOMERS.map((id) => {
    const own = <Row extends { readonly customerId: string }>(rows: Iterable<Row>) =>
      [...rows].filter(({ customerId }) => customerId === id);
    const passages = own(enrollments.values()).sort((a, b) => (a.id < b.id ? -1 : 1));
    return {
      attributes: attributes.get(id) ?? {},
      passages,
      decisions: own(decisions),
      commands: own(commands),
    };
  });
}

/** A stretch begins where the one before has ended. */
export const startOf = (history: readonly Stretch[], index: number) => history[index - 1]?.now ?? NOON;

export function naively(
  history: readonly Stretch[],
  drawingsAt: (stretch: number) => PublishedDrawing[],
): NaiveModel {
  const model = new NaiveModel();
  history.forEach(({ events, now }, index) => {
    model.publish(drawingsAt(index), startOf(history, index));
    model.goRound(startOf(history, index));
    for (const event of events) model.event(event);
    model.tick(now);
  });
  return model;
}
