// The engine's shell with maps for tables: loads what `needs` asks for and nothing else, applies, writes. Journey tests and
// the engine's own tests run in it.

import type { Facts, PastEvent } from '../condition/evaluate';
import { NO_RECORDS, type Records } from '../condition/record-test';
import { applyBatch } from '../engine/apply-batch';
import type {
  Batch,
  BatchCommand,
  BatchDecision,
  BatchOutcome,
  CustomerAppointment,
  EarlierEntry,
} from '../engine/batch';
import type { CustomerEvent } from '../engine/customer-event';
import type { Enrollment } from '../engine/enrollment';
import { factNeeds, type PersonalNeeds } from '../engine/fact-needs';
import type { LiveVersion } from '../engine/live-rule';
import { type Needs, needs } from '../engine/needs';
import { armsOf } from '../engine/note-records';
import { buildRuleIndex, type RuleIndex } from '../engine/rule-index';
import type { LiveSegment } from '../engine/segment-index';
import type { Id } from '../id';
import type { JsonObject } from '../json';
import { MemoryMembers } from './memory-members';
import { MemorySweeps } from './memory-sweeps';

export class MemoryShell {
  readonly attributes = new Map<Id<'cus'>, JsonObject>();
  readonly enrollments = new Map<Id<'enr'>, Enrollment>();
  readonly decisions: BatchDecision[] = [];
  readonly commands: BatchCommand[] = [];
  readonly passed = new Map<string, number>();
  readonly appointments = new Map<string, CustomerAppointment>();
  /** Who is in which segment by its condition. */
  readonly members = new MemoryMembers();
  /** What the shell says when it is asked about segments and the catalogue. */
  segments: Batch['segments'] = new Map();
  products: Batch['products'] = new Map();
  consents: ReadonlyMap<Id<'cus'>, Records['consents']> = new Map();
  /** The workspace's zone, for customers without one of their own. */
  timeZone = 'UTC';
  private readonly past = new Map<Id<'cus'>, PastEvent[]>();
  private readonly sweeps = new MemorySweeps(this);
  private index: RuleIndex = buildRuleIndex([]);

  /** @param at when (ms): what is over by then lets nobody in by date or schedule */
  publish(live: readonly LiveVersion[], at = 0, segments: readonly LiveSegment[] = []): void {
    this.index = buildRuleIndex(live, segments);
    this.sweeps.publish(live, at, this.timeZone);
  }

  /** One batch, worked at `now`. @returns what it decided, already written */
  batch(events: readonly CustomerEvent[], now: number): BatchOutcome {
    const horizon = Math.max(now, ...events.map(({ receivedAt }) => receivedAt));
    const due = this.waiting().filter(({ wakeAt }) => wakeAt !== null && wakeAt <= horizon);
    const appointments = [...this.appointments.values()].filter(({ dueAt }) => dueAt <= horizon);
    const segmentDues = this.members.dueBy(horizon);
    const wanted = needs(this.index, events, { enrollments: due, appointments, segments: segmentDues });
    const inside = this.waiting().filter(({ customerId }) => wanted.customers.includes(customerId));
    const enrollments = [...new Set([...inside, ...due])];
    const facts = factNeeds(this.index, wanted, events, enrollments);
    const whose = [...wanted.customers, ...due.map(({ customerId }) => customerId)];
    const segments = facts.groups.flatMap((group) => this.segmentsOf(group));
    const outcome = applyBatch({
      index: this.index,
      timeZone: this.timeZone,
      customers: new Map(whose.map((id) => [id, this.attributes.get(id) ?? {}])),
      enrollments,
      enteredBefore: this.enteredBefore(wanted.entered),
      past: new Map(facts.groups.flatMap((group) => this.pastOf(group))),
      segments: new Map(segments),
      unfilled: new Map(),
      products: new Map([...this.products].filter(([sku]) => facts.skus.includes(sku))),
      records: new Map(facts.groups.flatMap((group) => this.recordsFor(group))),
      appointments,
      segmentDues,
      events,
      now,
    });
    this.write(outcome, events);
    return outcome;
  }

  /** When the next timer or appointment is due, or a walk begins (ms); infinity where none is. */
  nextDue(): number {
    const timers = this.waiting().map(({ wakeAt }) => wakeAt);
    const appointments = [...this.appointments.values()].map(({ dueAt }) => dueAt);
    const times = [...timers, ...appointments, this.members.nextDue()].filter((time) => time !== null);
    return Math.min(this.sweeps.nextStart(), ...times);
  }

  /** Works the walks that have begun by `now` (ms). @returns what they had to say */
  sweep(now: number): BatchDecision[] {
    const told = this.decisions.length;
    this.sweeps.work(now, this.timeZone);
    return this.decisions.slice(told);
  }

  /** Puts an event into the customer's history. */
  recall(customerId: Id<'cus'>, event: PastEvent): void {
    this.past.set(customerId, [...(this.past.get(customerId) ?? []), event]);
  }

  /** What a segment may ask of a customer at an instant (ms). */
  factsOf(customerId: Id<'cus'>, now: number): Facts {
    const segments = new Set([...(this.segments.get(customerId) ?? []), ...this.members.of(customerId)]);
    const about = {
      records: this.recordsOf(customerId),
      attributes: this.attributes.get(customerId) ?? {},
      past: this.past.get(customerId) ?? [],
    };
    return { ...about, customerId, properties: {}, now, segments, products: this.products };
  }

  private enteredBefore(entered: Needs['entered']): EarlierEntry[] {
    return [...this.enrollments.values()]
      .filter(({ customerId, journeyId }) =>
        entered.some(
          ({ customers, journeys }) => customers.includes(customerId) && journeys.includes(journeyId),
        ),
      )
      .map(({ id, customerId, journeyId, enteredAt, trigger: { event } }) => {
        return { customerId, journeyId, at: enteredAt, byAppointment: event === 'appointment' ? [id] : [] };
      });
  }

  private pastOf({ customers, events }: PersonalNeeds): [Id<'cus'>, PastEvent[]][] {
    const own = (id: Id<'cus'>) => (this.past.get(id) ?? []).filter(({ name }) => name in events);
    return customers.map((id) => [id, own(id)]);
  }

  private segmentsOf({ customers, segments }: PersonalNeeds): [Id<'cus'>, ReadonlySet<string>][] {
    const own = (id: Id<'cus'>) => [...(this.segments.get(id) ?? []), ...this.members.of(id)];
    return customers.map((id) => [id, new Set(own(id).filter((one) => segments.includes(one)))]);
  }

  private recordsFor({ customers, records }: PersonalNeeds): [Id<'cus'>, Records][] {
    return records.length === 0 ? [] : customers.map((id) => [id, this.recordsOf(id)]);
  }

  private recordsOf(id: Id<'cus'>): Records {
    const own = <Row extends { customerId: Id<'cus'> }>(all: Iterable<Row>) =>
      [...all].filter(({ customerId }) => customerId === id);
    const arms = own(this.decisions).flatMap((decision) => armsOf(decision.journeyId, decision));
    const consents = this.consents.get(id) ?? {};
    return { ...NO_RECORDS, consents, arms, passages: own(this.enrollments.values()) };
  }

  private waiting(): Enrollment[] {
    return [...this.enrollments.values()].filter(({ status }) => status === 'waiting');
  }

  private write(outcome: BatchOutcome, events: readonly CustomerEvent[]): void {
    for (const { customerId } of events)
      this.attributes.set(customerId, this.attributes.get(customerId) ?? {});
    for (const [id, attributes] of outcome.customers) this.attributes.set(id, attributes);
    for (const enrollment of outcome.enrollments) this.enrollments.set(enrollment.id, enrollment);
    this.decisions.push(...outcome.decisions);
    this.commands.push(...outcome.commands);
    for (const { journeyId, nodeId, passed } of outcome.nodeCounts) {
      const place = `${journeyId}/${nodeId}`;
      this.passed.set(place, (this.passed.get(place) ?? 0) + passed);
    }
    for (const { dueAt, ...one } of outcome.appointments) {
      const place = `${one.customerId}/${one.journeyId}/${one.nodeId}`;
      if (dueAt === null) this.appointments.delete(place);
      else this.appointments.set(place, { ...one, dueAt });
    }
    this.members.write(outcome);
    for (const event of [...events, ...outcome.emitted]) this.remember(event);
  }

  private remember(event: Omit<CustomerEvent, 'seq'>): void {
    if (event.type === 'signal') return;
    const { customerId, name, messageId, properties, occurredAt: at, receivedAt } = event;
    this.recall(customerId, { name, messageId, properties, at, receivedAt });
  }
}
