// The engine's shell with maps for tables: loads what `needs` asks for and nothing else, applies, writes.
import { applyBatch } from '../engine/apply-batch';
import type { BatchCommand, BatchDecision, BatchOutcome } from '../engine/batch';
import type { CustomerEvent } from '../engine/customer-event';
import type { Enrollment } from '../engine/enrollment';
import type { LiveVersion } from '../engine/live-rule';
import { needs } from '../engine/needs';
import { buildRuleIndex, type RuleIndex } from '../engine/rule-index';
import type { Id } from '../id';
import { compile } from '../journey/compile';
import type { JsonObject } from '../json';
import type { PublishedDrawing } from './naive-model';

export class MemoryShell {
  readonly attributes = new Map<Id<'cus'>, JsonObject>();
  readonly enrollments = new Map<Id<'enr'>, Enrollment>();
  readonly decisions: BatchDecision[] = [];
  readonly commands: BatchCommand[] = [];
  readonly passed = new Map<string, number>();
  private index: RuleIndex = buildRuleIndex([]);

  publish(live: readonly LiveVersion[]): void {
    this.index = buildRuleIndex(live);
  }

  /** One batch, worked at `now`. @returns what it decided, already written */
  batch(events: readonly CustomerEvent[], now: number): BatchOutcome {
    const { customers: needed, entered } = needs(this.index, events);
    const horizon = Math.max(now, ...events.map(({ receivedAt }) => receivedAt));
    const due = this.waiting().filter(({ wakeAt }) => wakeAt !== null && wakeAt <= horizon);
    const all = this.waiting().filter(({ customerId }) => needed.includes(customerId));
    const whose = [...needed, ...due.map(({ customerId }) => customerId)];
    const outcome = applyBatch({
      index: this.index,
      customers: new Map(whose.map((id) => [id, this.attributes.get(id) ?? {}])),
      enrollments: [...new Set([...all, ...due])],
      enteredBefore: [...this.enrollments.values()].filter(
        ({ customerId, journeyId }) =>
          entered.customers.includes(customerId) && entered.journeys.includes(journeyId),
      ),
      events,
      now,
    });
    this.write(outcome);
    return outcome;
  }

  private waiting(): Enrollment[] {
    return [...this.enrollments.values()].filter(({ status }) => status === 'waiting');
  }

  private write({ customers, enrollments, decisions, commands, nodeCounts }: BatchOutcome): void {
    for (const [id, attributes] of customers) this.attributes.set(id, attributes);
    for (const enrollment of enrollments) this.enrollments.set(enrollment.id, enrollment);
    this.decisions.push(...decisions);
    this.commands.push(...commands);
    for (const { journeyId, nodeId, passed } of nodeCounts) {
      const place = `${journeyId}/${nodeId}`;
      this.passed.set(place, (this.passed.get(place) ?? 0) + passed);
    }
  }
}

/** Drawings as the versions that run; every one of them must compile. */
export function liveVersions(drawings: readonly PublishedDrawing[]): LiveVersion[] {
  return drawings.map(({ document, ...version }) => {
    const { program, problems } = compile(document);
    if (program === null) throw new Error(`Does not compile: ${JSON.stringify(problems)}`);
    return { ...version, program };
  });
}
