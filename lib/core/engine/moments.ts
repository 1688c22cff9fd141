// Decisions as they are stored: those of one passage at one moment together, because they are read together and a row
// costs as much as a hundred bytes in it.
import type { Id } from '../id';
import type { JsonObject } from '../json';
import type { BatchDecision, BatchOutcome } from './batch';
import type { Enrollment } from './enrollment';

/** Node, reason code, inputs. */
type Step = readonly [nodeId: Id<'nod'> | null, code: string, inputs: JsonObject];

/** What was decided about one passage at one moment (ms), in order; or, without a passage, one refusal. */
export interface DecidedMoment extends Omit<BatchDecision, 'nodeId' | 'code' | 'inputs'> {
  readonly steps: readonly Step[];
}

/** A passage that began in the batch, with what was decided the moment it began. */
export interface Beginning {
  readonly place: number;
  readonly enrollment: Enrollment;
  readonly trail: readonly Step[];
}

/** `place` numbers beginnings and later moments in one order: that of the first decision of each. */
export interface StoredTrail {
  readonly beginnings: readonly Beginning[];
  readonly moments: readonly (DecidedMoment & { readonly place: number })[];
}

/** One for each passage and moment, in the order of their first decisions. A refusal stands alone. */
export function momentsOf(decisions: readonly BatchDecision[]): DecidedMoment[] {
  const drafts: (DecidedMoment & { readonly steps: Step[] })[] = [];
  const newest = new Map<Id<'enr'>, (typeof drafts)[number]>();
  for (const { customerId, journeyId, version, enrollmentId, at, nodeId, code, inputs } of decisions) {
    const known = enrollmentId === null ? undefined : newest.get(enrollmentId);
    if (known?.at === at) {
      known.steps.push([nodeId, code, inputs]);
      continue;
    }
    const whose = { customerId, journeyId, version, enrollmentId, at };
    const first: Step[] = [[nodeId, code, inputs]];
    const draft = { ...whose, steps: first };
    drafts.push(draft);
    if (enrollmentId !== null) newest.set(enrollmentId, draft);
  }
  return drafts;
}

/** @param isKnown whether the passage was there before the batch */
export function storedTrail(
  { decisions, enrollments }: Pick<BatchOutcome, 'decisions' | 'enrollments'>,
  isKnown: (id: Id<'enr'>) => boolean,
): StoredTrail {
  const born = new Map(enrollments.flatMap((one) => (isKnown(one.id) ? [] : [[one.id, one] as const])));
  const beginnings: Beginning[] = [];
  const moments: StoredTrail['moments'][number][] = [];
  for (const [place, draft] of momentsOf(decisions).entries()) {
    const enrollment = draft.enrollmentId === null ? undefined : born.get(draft.enrollmentId);
    if (enrollment === undefined) moments.push({ ...draft, place });
    else {
      beginnings.push({ place, enrollment, trail: draft.steps });
      born.delete(enrollment.id);
    }
  }
  return { beginnings, moments };
}
