// The engine as one would explain it: one event at a time, reading the drawing itself. No compile, no rule index, no
// batch. Slow and obvious, it says what the real engine must come to.
import type { CustomerEvent } from '../engine/customer-event';
import type { Enrollment } from '../engine/enrollment';
import type { Id } from '../id';
import { enter, entriesFor } from './naive-enter';
import { noteChanges } from './naive-follow';
import type { Happening } from './naive-hear';
import { conclude, isAwaited, rulesMet, rulesOutlasted } from './naive-inside';
import { walk } from './naive-walk';
import { NaiveWorld } from './naive-world';
import type { PublishedDrawing } from './published-drawing';

export class NaiveModel extends NaiveWorld {
  publish(drawings: readonly PublishedDrawing[]): void {
    this.drawings = drawings;
  }

  /** What one event does, with the customer's overdue timers before it. */
  event(event: CustomerEvent): void {
    const { customerId, receivedAt } = event;
    for (let due = this.due(receivedAt, customerId)[0]; due; due = this.due(receivedAt, customerId)[0]) {
      this.fire(due, due.wakeAt ?? 0);
    }
    this.happen({ ...event, origin: `${event.seq}`, depth: 0 });
    this.drain();
  }

  /** What the passing of time alone does. */
  tick(now: number): void {
    for (const due of this.due(now)) {
      const still = this.enrollments.get(due.id);
      if (still?.status === 'waiting' && still.visits === due.visits && still.wakeAt === due.wakeAt) {
        this.fire(still, now);
      }
    }
  }

  private due(now: number, customerId?: Id<'cus'>): Enrollment[] {
    return this.waiting(customerId)
      .filter(({ wakeAt }) => wakeAt !== null && wakeAt <= now)
      .sort((a, b) => (a.wakeAt ?? 0) - (b.wakeAt ?? 0) || (a.id < b.id ? -1 : 1));
  }

  private fire(due: Enrollment, now: number): void {
    const left = conclude(this, due, rulesOutlasted(this, due, now), now);
    if (left !== null) walk(this, left, { now, dueAt: due.wakeAt ?? 0, cause: 'due' });
    this.drain();
  }

  private drain(): void {
    for (let next = this.queue.shift(); next; next = this.queue.shift()) this.happen(next);
    this.followed = 0;
  }

  /** Judged once, before anything moves: goals and exit rules, then waits, then triggers. */
  private happen(event: Happening): void {
    const { customerId, receivedAt: now, name } = event;
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
    if (type !== 'identify') return;
    const before = this.attributesOf(customerId);
    this.tell(customerId, event.traits);
    noteChanges(this, customerId, before, { origin: event.origin, depth: event.depth, at: receivedAt });
  }
}
