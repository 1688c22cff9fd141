// Journeys that are published and published anew while things happen, and what comes of them in the engine and in the naive
// model.
import fc from 'fast-check';
import type { MembershipChange } from '../engine/batch';
import type { LiveSegment } from '../engine/segment-index';
import type { Id } from '../id';
import type { JourneyDocument } from '../journey/document';
import { MemoryShell } from '../journey-test/memory-shell';
import { CUSTOMERS, piecesOf, type Stretch } from './arbitrary-history';
import { NOON } from './build-event';
import { liveVersions } from './live-versions';
import { NaiveModel } from './naive-model';
import { askSegments } from './naive-segments';
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

/** Everybody is a customer before anything happens, and in every segment that asks for nothing. */
function settle(definitions: readonly LiveSegment[]): MembershipChange[] {
  const model = new NaiveModel();
  model.definitions = definitions;
  for (const id of CUSTOMERS) askSegments(model, id, { origin: '', depth: 0, at: NOON });
  // The ids of definitions are ids of segments.
  return model.changes.map((one) => ({ ...one, segmentId: one.segmentId as Id<'seg'>, seq: 0, turn: 1 }));
}

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
const startOf = (history: readonly Stretch[], index: number) => history[index - 1]?.now ?? NOON;

export function naively(
  history: readonly Stretch[],
  drawingsAt: (stretch: number) => PublishedDrawing[],
  segments: readonly LiveSegment[] = [],
): NaiveModel {
  const model = new NaiveModel();
  model.definitions = segments;
  model.changes.push(...settle(segments));
  for (const { customerId, segmentId } of model.changes) model.membersOf(customerId).add(segmentId);
  history.forEach(({ events, now }, index) => {
    model.publish(drawingsAt(index), startOf(history, index));
    model.goRound(startOf(history, index));
    for (const event of events) model.event(event);
    model.tick(now);
  });
  return model;
}

type Work = (shell: MemoryShell, stretch: Stretch) => void;

/** The pure engine over the same; `work` says in which batches. */
export function batched(
  history: readonly Stretch[],
  drawingsAt: (stretch: number) => PublishedDrawing[],
  work: Work,
  segments: readonly LiveSegment[] = [],
): MemoryShell {
  const shell = new MemoryShell();
  shell.members.write({ memberships: settle(segments), segmentDues: [] });
  history.forEach((stretch, index) => {
    shell.publish(liveVersions(drawingsAt(index)), startOf(history, index), segments);
    shell.sweep(startOf(history, index));
    work(shell, stretch);
  });
  return shell;
}

export const inPieces: Work = (shell, stretch) => {
  for (const piece of piecesOf(stretch)) shell.batch(piece, 0);
  shell.batch([], stretch.now);
};

/** In the wrong order too: a batch puts its events in order itself. */
export const inOne: Work = (shell, { events, now }) => shell.batch(events.toReversed(), now);
