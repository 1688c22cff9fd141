// Decisions as they are stored: those of one passage at one moment together, because they are read together and a row
// costs as much as a hundred bytes in it.
import type { Id } from '../id';
import type { JsonObject } from '../json';
import type { BatchDecision, BatchOutcome } from './batch';
import type { Enrollment } from './enrollment';

/** Node, reason code, inputs. */
type Step = readonly [nodeId: Id<'nod'> | null, code: string, inputs: JsonObject];

/** What was decided about one passage at one moment (ms), in order and without a break; or, without a passage, one refusal. */
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

/**
 * What is decided about one passage at one moment (ms) without a break, in the order of the first decisions: something
 * else about the same customer in between begins a new one, so that a customer's trail is read in the order in which it
 * was decided. A refusal stands alone.
 */
export function momentsOf(decisions: readonly BatchDecision[]): DecidedMoment[] {
  const drafts: (DecidedMoment & { readonly steps: Step[] })[] = [];
  const newest = new Map<Id<'cus'>, (typeof drafts)[number]>();
  for (const { customerId, journeyId, version, enrollmentId, at, nodeId, code, inputs } of decisions) {
    const last = newest.get(customerId);
    if (enrollmentId !== null && last?.enrollmentId === enrollmentId && last.at === at) {
      last.steps.push([nodeId, code, inputs]);
      continue;
    }
    const steps: Step[] = [[nodeId, code, inputs]];
    const draft = { customerId, journeyId, version, enrollmentId, at, steps };
    drafts.push(draft);
    newest.set(customerId, draft);
  }
  return drafts;
}

/** @param isKnown whether the passage was there before the batch */
export function storedTrail(
  { decisions, enrollments }: Pick<BatchOutcome, 'decisions' | 'enrollments'>,
  isKnown: (id: Id<'enr'>) => boolean,
): StoredTrail {
  const born = new Map<Id<'enr'>, Enrollment>();
  for (const one of enrollments) if (!isKnown(one.id)) born.set(one.id, one);
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
