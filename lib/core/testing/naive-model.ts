// The engine as one would explain it: one event at a time, reading the drawing itself. No compile, no rule index, no
// batch. Slow and obvious, it says what the real engine must come to.
import { evaluate } from '../condition/evaluate';
import type { BatchCommand, BatchDecision } from '../engine/batch';
import type { CustomerEvent } from '../engine/customer-event';
import type { Enrollment } from '../engine/enrollment';
import { enrollmentIdOf } from '../engine/new-enrollment';
import type { ReasonCode } from '../engine/reason';
import type { Id } from '../id';
import type { JourneyDocument, JourneyNode } from '../journey/document';
import type { JsonObject } from '../json';
import { type Arrival, visit } from './naive-visit';

export interface PublishedDrawing {
  readonly journeyId: Id<'jrn'>;
  readonly version: number;
  readonly document: JourneyDocument;
  readonly isEnrolling: boolean;
}

type Trigger = Extract<JourneyNode, { type: 'event-trigger' }>;

export class NaiveModel {
  readonly attributes = new Map<Id<'cus'>, JsonObject>();
  readonly enrollments = new Map<Id<'enr'>, Enrollment>();
  readonly decisions: BatchDecision[] = [];
  readonly commands: BatchCommand[] = [];

  private drawings: readonly PublishedDrawing[] = [];

  publish(drawings: readonly PublishedDrawing[]): void {
    this.drawings = drawings;
  }

  /** What one event does, with the customer's overdue timers before it. */
  event(event: CustomerEvent): void {
    const { customerId, receivedAt } = event;
    for (let due = this.due(receivedAt, customerId)[0]; due; due = this.due(receivedAt, customerId)[0]) {
      this.walk(due, { now: due.wakeAt ?? 0, dueAt: due.wakeAt ?? 0, cause: 'due' });
    }
    if (event.type === 'identify') this.tell(customerId, event.traits);
    const waiting = this.waiting(customerId).filter((enrollment) => this.isAwaited(enrollment, event));
    const triggers = this.triggersFor(event);
    waiting.sort((a, b) => a.enteredAt - b.enteredAt || (a.id < b.id ? -1 : 1));
    for (const enrollment of waiting) {
      this.walk(enrollment, { now: receivedAt, dueAt: receivedAt, cause: 'event' });
    }
    for (const { drawing, trigger } of triggers) this.enter(drawing, trigger, event);
  }

  /** What the passing of time alone does. */
  tick(now: number): void {
    for (const due of this.due(now)) this.walk(due, { now, dueAt: due.wakeAt ?? 0, cause: 'due' });
  }

  private due(now: number, customerId?: Id<'cus'>): Enrollment[] {
    return this.waiting(customerId)
      .filter(({ wakeAt }) => wakeAt !== null && wakeAt <= now)
      .sort((a, b) => (a.wakeAt ?? 0) - (b.wakeAt ?? 0) || (a.id < b.id ? -1 : 1));
  }

  private waiting(customerId?: Id<'cus'>): Enrollment[] {
    const everyone = [...this.enrollments.values()].filter(({ status }) => status === 'waiting');
    return everyone.filter((enrollment) => customerId === undefined || enrollment.customerId === customerId);
  }

  private tell(customerId: Id<'cus'>, traits: JsonObject): void {
    const all = { ...this.attributesOf(customerId), ...traits };
    for (const [name, value] of Object.entries(all)) if (value === null) delete all[name];
    this.attributes.set(customerId, all);
  }

  private attributesOf(customerId: Id<'cus'>): JsonObject {
    return this.attributes.get(customerId) ?? {};
  }

  private isAwaited(enrollment: Enrollment, event: CustomerEvent): boolean {
    const node = this.nodeOf(enrollment);
    if (node?.type !== 'wait-for-event' || node.data.event !== event.name) return false;
    const { key } = node.data;
    return this.passes(node.data.filter, event) && (key === null || naiveKey(key, event) === enrollment.key);
  }

  private triggersFor(event: CustomerEvent) {
    return this.drawings
      .filter(({ isEnrolling }) => isEnrolling)
      .flatMap((drawing) => {
        const triggers = drawing.document.nodes.filter(
          (node): node is Trigger => node.type === 'event-trigger',
        );
        const matching = triggers.filter(
          ({ data }) => data.event === event.name && this.passes(data.filter, event),
        );
        return matching.map((trigger) => ({ drawing, trigger }));
      });
  }

  private passes(filter: Trigger['data']['filter'], { customerId, properties }: CustomerEvent): boolean {
    return filter === null || evaluate(filter, { attributes: this.attributesOf(customerId), properties });
  }

  private enter(
    { journeyId, version, document }: PublishedDrawing,
    trigger: Trigger,
    event: CustomerEvent,
  ): void {
    const { customerId, receivedAt } = event;
    const key = naiveKey(trigger.data.key, event);
    const code = this.refusal(document, journeyId, trigger, event, key);
    if (code !== null) {
      const whose = { customerId, journeyId, version, enrollmentId: null, nodeId: trigger.id };
      this.decisions.push({ ...whose, code, at: receivedAt, inputs: { event: event.name, key } });
      return;
    }
    const id = enrollmentIdOf({ journeyId, nodeId: trigger.id }, event.seq);
    const about = { event: event.name, messageId: event.messageId, properties: event.properties };
    const standing = { status: 'waiting', nodeId: trigger.id, visits: 1, enteredAt: receivedAt } as const;
    const notYet = { wakeAt: null, endedAt: null, endReason: null };
    this.walk(
      { id, journeyId, version, customerId, key, ...standing, ...notYet, trigger: about },
      { now: receivedAt, dueAt: receivedAt, cause: 'entered' },
    );
  }

  private refusal(
    document: JourneyDocument,
    journeyId: Id<'jrn'>,
    trigger: Trigger,
    event: CustomerEvent,
    key: string,
  ): ReasonCode | null {
    const own = [...this.enrollments.values()].filter(
      (other) => other.customerId === event.customerId && other.journeyId === journeyId,
    );
    const hoursLate = (event.receivedAt - event.occurredAt) / 3_600_000;
    if (hoursLate > 72 && !trigger.data.acceptsLate) return 'event-too-old';
    if (own.some((other) => other.status === 'waiting' && other.key === key)) return 'already-in-journey';
    return own.length > 0 && document.settings.reentry === 'once' ? 'entered-before' : null;
  }

  private documentOf({ journeyId, version }: Enrollment): JourneyDocument | undefined {
    const own = this.drawings.find(
      (drawing) => drawing.journeyId === journeyId && drawing.version === version,
    );
    return own?.document;
  }

  private nodeOf(enrollment: Enrollment): JourneyNode | undefined {
    return this.documentOf(enrollment)?.nodes.find(({ id }) => id === enrollment.nodeId);
  }

  /** From node to node along the lines, until one waits or none follows. */
  private walk(start: Enrollment, arrival: Arrival): void {
    let here: Enrollment | null = start;
    let { cause } = arrival;
    while (here !== null) {
      here = this.step(here, { ...arrival, cause });
      cause = 'entered';
    }
  }

  /** One node. @returns the passage at the next one, or null where it waits or has ended */
  private step(here: Enrollment, arrival: Arrival): Enrollment | null {
    const node = this.nodeOf(here);
    if (node === undefined) throw new Error('A drawing of this model always has the node.');
    const { id: enrollmentId, customerId, journeyId, version } = here;
    const whose = { customerId, journeyId, version, enrollmentId, nodeId: node.id };
    const at = arrival.now;
    const seen = visit(node, { ...arrival, attributes: this.attributesOf(customerId), enrollment: here });
    this.decisions.push({ ...whose, code: seen.code, at, inputs: seen.inputs });
    if (seen.set) this.tell(customerId, seen.set);
    if (seen.command)
      this.commands.push({ ...whose, key: `${enrollmentId}.${here.visits}`, at, ...seen.command });
    if (seen.wakeAt !== undefined) {
      this.enrollments.set(enrollmentId, { ...here, wakeAt: seen.wakeAt });
      return null;
    }
    const line = this.documentOf(here)?.edges.find(
      ({ from, exit }) => from === node.id && exit === seen.exit,
    );
    if (line !== undefined) return { ...here, nodeId: line.to, visits: here.visits + 1, wakeAt: null };
    const endReason = seen.exit === undefined ? seen.code : 'path-ended';
    if (seen.exit !== undefined) this.decisions.push({ ...whose, code: endReason, at, inputs: {} });
    this.enrollments.set(enrollmentId, { ...here, status: 'ended', wakeAt: null, endedAt: at, endReason });
    return null;
  }
}

function naiveKey(path: readonly string[] | null, { properties }: CustomerEvent): string {
  const value = path === null ? undefined : properties[path[0] ?? ''];
  return value === undefined || value === null || typeof value === 'object' ? '' : `${value}`;
}
