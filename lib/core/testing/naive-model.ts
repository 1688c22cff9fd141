// The engine as one would explain it: one event at a time, reading the drawing itself. No compile, no rule index, no
// batch. Slow and obvious, it says what the real engine must come to.
import type { CustomerEvent } from '../engine/customer-event';
import type { Enrollment } from '../engine/enrollment';
import type { Id } from '../id';
import { comingTo, dateTriggers, hasBeen, keepTo, occasionName, placeName } from './naive-appointments';
import { comingDate } from './naive-calendar';
import { enter, entriesFor } from './naive-enter';
import { noteChanges } from './naive-follow';
import type { Happening } from './naive-hear';
import { conclude, isAwaited, rulesMet, rulesOutlasted } from './naive-inside';
import { NaiveRounds } from './naive-rounds';
import { askSegments, turns } from './naive-segments';
import { walk } from './naive-walk';
import { type NaiveAppointment, NaiveWorld } from './naive-world';
import type { PublishedDrawing } from './published-drawing';

/** Something whose time has come, at `at` (ms). */
interface Due {
  readonly id: string;
  readonly at: number;
  /** What happens in its own time, however late it is noticed. */
  readonly isOnTime?: boolean;
  isStill(): boolean;
  fire(now: number): void;
}

/** No two clocks are further apart. */
const TWO_DAYS = 2 * 86_400_000;
/** So many waits are caught up on before one event: who loops by the minute would hold up everybody else. */
const MOST_CAUGHT_UP = 1000;

function meeting({ dueAt, occasion, ...place }: NaiveAppointment, now: number): Happening {
  const { customerId, journeyId: journey_id, nodeId: node_id } = place;
  const origin = occasionName(place, occasion);
  const properties = { journey_id, node_id, occasion };
  const what = { type: 'signal', name: 'appointment', properties, traits: {} } as const;
  const when = { occurredAt: dueAt, receivedAt: Math.max(now, dueAt) };
  return { origin, messageId: origin, depth: 0, customerId, ...what, ...when };
}

export class NaiveModel extends NaiveWorld {
  private readonly rounds = new NaiveRounds(this);

  /** @param at when (ms): by date or schedule nobody enters for what is over by then */
  publish(drawings: readonly PublishedDrawing[], at = 0): void {
    this.rounds.publish(drawings, at);
    this.drawings = drawings;
  }

  /** The rounds over all customers whose time has come. */
  goRound(now: number): void {
    this.rounds.go(now);
  }

  /** What one event does, with whatever was due to the customer before it. */
  event(event: CustomerEvent): void {
    const { customerId, receivedAt } = event;
    let [due] = this.due(receivedAt, customerId);
    for (let caught = 0; due && caught < MOST_CAUGHT_UP; caught += 1) {
      due.fire(due.at);
      [due] = this.due(receivedAt, customerId);
    }
    this.tellTime(receivedAt, customerId);
    this.happen({ ...event, origin: `${event.seq}`, depth: 0 });
    this.drain();
  }

  /** What the passing of time alone does. Who is in which segment changes on time, everything else now. */
  tick(now: number): void {
    this.tellTime(now);
    for (const due of this.due(now)) if (due.isStill()) due.fire(now);
  }

  /** What changes in its own time, however late it is noticed. */
  private tellTime(now: number, whose?: Id<'cus'>): void {
    const onTime = () => this.due(now, whose).find(({ isOnTime }) => isOnTime);
    for (let due = onTime(); due; due = onTime()) due.fire(due.at);
  }

  /** Of all at one moment the segments come first, then the wait. */
  private due(now: number, whose?: Id<'cus'>): Due[] {
    const waits = this.waiting(whose).flatMap((inside): Due[] => {
      const { id, wakeAt: at, visits } = inside;
      const isStill = () => {
        const one = this.enrollments.get(id);
        return one?.status === 'waiting' && one.visits === visits && one.wakeAt === at;
      };
      const fire = (when: number) => this.endWait(this.enrollments.get(id) ?? inside, when);
      return at === null || at > now ? [] : [{ id, at, isStill, fire }];
    });
    const kept = [...this.appointments].flatMap(([name, one]): Due[] => {
      const isOwn = whose === undefined || whose === one.customerId;
      const isStill = () => this.appointments.get(name) === one;
      const fire = (when: number) => this.keep(one, when);
      return isOwn && one.dueAt <= now ? [{ id: `later ${name}`, at: one.dueAt, isStill, fire }] : [];
    });
    const asked = [...this.past.keys()].filter((id) => whose === undefined || whose === id);
    const segments = asked.flatMap((id) => turns(this, id, now).map((at) => this.turn(id, at)));
    return [...segments, ...waits, ...kept].sort((a, b) => a.at - b.at || (a.id < b.id ? -1 : 1));
  }

  private turn(customerId: Id<'cus'>, at: number): Due {
    const fire = () => {
      askSegments(this, customerId, { origin: `due ${customerId} ${at}`, depth: 0, at });
      this.drain();
    };
    return { id: ` ${customerId}`, at, isOnTime: true, isStill: () => false, fire };
  }

  private endWait(inside: Enrollment, now: number): void {
    const left = conclude(this, inside, rulesOutlasted(this, inside, now), now);
    if (left !== null) walk(this, left, { now, dueAt: inside.wakeAt ?? 0, cause: 'due' });
    this.drain();
  }

  /** Whoever's clock says by now that it is later is met later. */
  private keep(appointment: NaiveAppointment, now: number): void {
    const { dueAt, occasion, customerId } = appointment;
    this.appointments.delete(placeName(appointment));
    const trigger = dateTriggers(this).find(
      ({ drawing, node }) => drawing.journeyId === appointment.journeyId && node.id === appointment.nodeId,
    );
    const rearrange = (after: number) => {
      if (trigger === undefined) return;
      const attributes = this.attributesOf(customerId);
      keepTo(this, place, comingTo(this, place, trigger.node, { attributes, after }));
    };
    const place = { customerId, journeyId: appointment.journeyId, nodeId: appointment.nodeId };
    const said = trigger && comingDate(trigger.node, this.attributesOf(customerId), dueAt - TWO_DAYS);
    if (said !== undefined && (said?.occasion !== occasion || said.dueAt > dueAt)) {
      rearrange(said?.occasion === occasion ? said.dueAt : dueAt);
      return;
    }
    if (!hasBeen(this, place, occasion)) {
      this.happen(meeting(appointment, now));
      this.drain();
    }
    rearrange(dueAt + 1);
  }

  private drain(): void {
    for (let next = this.queue.shift(); next; next = this.queue.shift()) this.happen(next);
    this.followed = 0;
  }

  /** Judged once, before anything moves: goals and exit rules, then waits, then triggers. */
  private happen(event: Happening): void {
    const { customerId, receivedAt: now, name } = event;
    this.attributes.set(customerId, this.attributesOf(customerId));
    this.learn(event);
    const inside = this.waiting(customerId).sort(
      (a, b) => a.enteredAt - b.enteredAt || (a.id < b.id ? -1 : 1),
    );
    const moves = inside.map((enrollment) => ({
      enrollment,
      met: rulesMet(this, enrollment, event),
      isResumed: isAwaited(this, enrollment, event),
    }));
    const entries = entriesFor(this, event);
    for (const { enrollment, met, isResumed } of moves) {
      const left = conclude(this, enrollment, met, now);
      if (left && isResumed) walk(this, left, { now, dueAt: now, cause: 'event', event: name });
    }
    for (const entry of entries) enter(this, entry, event);
  }

  private learn(event: Happening): void {
    const { type, customerId, name, messageId, properties, occurredAt: at, receivedAt } = event;
    if (type === 'signal') return;
    const own = this.past.get(customerId) ?? [];
    this.past.set(customerId, [...own, { name, messageId, properties, at, receivedAt }]);
    const cause = { origin: event.origin, depth: event.depth, at: receivedAt };
    if (type === 'identify') {
      const before = this.attributesOf(customerId);
      this.tell(customerId, event.traits);
      noteChanges(this, customerId, before, cause);
    }
    askSegments(this, customerId, cause);
  }
}
