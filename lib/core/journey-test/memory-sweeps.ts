// The walks over all customers of a memory shell, by which triggers by date and by schedule make their appointments.
import { appointmentOrigin } from '../engine/appointment-origin';
import type { BatchDecision, CustomerAppointment } from '../engine/batch';
import type { LiveVersion } from '../engine/live-rule';
import { enrollmentIdOf } from '../engine/new-enrollment';
import type { NodeId, Step } from '../engine/program';
import {
  firstSweep,
  type Sweep,
  type SweepMoment,
  sweepsAfter,
  sweptAppointment,
  sweptUnusable,
  timedSteps,
} from '../engine/sweep';
import type { Id } from '../id';
import { isSameJson, type JsonObject } from '../json';

/** What a walk finds, and where it writes. */
interface Around {
  readonly attributes: ReadonlyMap<Id<'cus'>, JsonObject>;
  readonly enrollments: ReadonlyMap<Id<'enr'>, unknown>;
  readonly appointments: Map<string, CustomerAppointment>;
  readonly decisions: BatchDecision[];
}

interface Trigger {
  readonly journeyId: Id<'jrn'>;
  readonly version: number;
  readonly nodeId: NodeId;
  readonly step: Step;
  /** Since when the journey has been live (ms). */
  readonly liveSince: number;
}

type Person = readonly [Id<'cus'>, JsonObject];

interface Walk extends Sweep {
  readonly trigger: Trigger;
}

export class MemorySweeps {
  private triggers: readonly Trigger[] = [];
  private open: readonly Walk[] = [];

  constructor(private readonly around: Around) {}

  /** What an unchanged trigger has arranged stays; everything else is made anew or taken away. */
  publish(live: readonly LiveVersion[], at: number, timeZone: string): void {
    const { appointments } = this.around;
    const before = this.triggers;
    this.triggers = live
      .filter(({ isEnrolling }) => isEnrolling)
      .flatMap((one) => triggersOf(one, before, at));
    const isKept = (one: Place) => this.triggers.some((next) => isAt(next)(one) && before.some(isLike(next)));
    for (const [place, one] of appointments) if (!isKept(one)) appointments.delete(place);
    const going = this.open.flatMap((walk) => {
      const trigger = this.triggers.find(isAt(walk.trigger));
      return trigger !== undefined && isKept(walk.trigger) ? [{ ...walk, trigger }] : [];
    });
    const fresh = this.triggers
      .filter((trigger) => !before.some(isLike(trigger)))
      .flatMap((trigger) => {
        const sweep = firstSweep(trigger.step, timeZone, at);
        return sweep === null ? [] : [{ ...sweep, trigger }];
      });
    this.open = [...going, ...fresh];
  }

  /** When the next walk begins (ms); infinity where none does. */
  nextStart(): number {
    return Math.min(Number.POSITIVE_INFINITY, ...this.open.map(({ startsAt }) => startsAt));
  }

  /** Every walk that has begun by `now` (ms), in order. */
  work(now: number, timeZone: string): void {
    for (let next = this.first(now); next !== undefined; next = this.first(now)) {
      const walk = next;
      const moment = { timeZone, liveSince: walk.trigger.liveSince };
      for (const person of this.around.attributes) this.meet(walk, person, moment, now);
      const following = sweepsAfter(walk.trigger.step, walk, moment, now);
      this.open = [
        ...this.open.filter((one) => one !== walk),
        ...following.map((sweep) => ({ ...sweep, trigger: walk.trigger })),
      ];
    }
  }

  private first(now: number): Walk | undefined {
    return this.open.filter(({ startsAt }) => startsAt <= now).sort((a, b) => a.startsAt - b.startsAt)[0];
  }

  private meet(walk: Walk, [customerId, attributes]: Person, moment: SweepMoment, now: number): void {
    const { enrollments, appointments, decisions } = this.around;
    const { step, journeyId, version, nodeId } = walk.trigger;
    const inputs = sweptUnusable(step, attributes, moment.timeZone);
    if (inputs !== null) {
      const whose = { customerId, journeyId, version, nodeId, enrollmentId: null };
      decisions.push({ ...whose, code: 'trigger-date-unusable', at: now, inputs });
    }
    const swept = (after?: number) => sweptAppointment(step, walk, attributes, moment, after);
    const hasBeen = (occasion: string) => {
      const origin = appointmentOrigin({ journeyId, nodeId, customerId, occasion });
      return enrollments.has(enrollmentIdOf({ journeyId, nodeId }, origin));
    };
    let found = swept();
    while (found !== null && hasBeen(found.occasion)) found = swept(found.dueAt + 1);
    const place = `${customerId}/${journeyId}/${nodeId}`;
    if (found === null || appointments.has(place)) return;
    appointments.set(place, { ...found, customerId, journeyId, nodeId });
  }
}

type Place = Pick<Trigger, 'journeyId' | 'nodeId'>;

const isAt = (one: Place) => (other: Place) =>
  one.journeyId === other.journeyId && one.nodeId === other.nodeId;

const isLike = (one: Trigger) => (other: Trigger) =>
  isAt(one)(other) && one.step.type === other.step.type && isSameJson(one.step.data, other.step.data);

function triggersOf(
  { journeyId, version, program }: LiveVersion,
  before: readonly Trigger[],
  at: number,
): Trigger[] {
  const since = before.find((one) => one.journeyId === journeyId)?.liveSince ?? at;
  return timedSteps(program).map(([nodeId, step]) => ({
    journeyId,
    version,
    nodeId,
    step,
    liveSince: since,
  }));
}
