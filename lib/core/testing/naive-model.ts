// The engine as one would explain it: one event at a time, reading the drawing itself. No compile, no rule index, no
// batch. Slow and obvious, it says what the real engine must come to.
import { leavesOf } from '../condition/condition';
import { evaluate, type Facts, type PastEvent, type Product } from '../condition/evaluate';
import type { BatchCommand, BatchDecision } from '../engine/batch';
import type { CustomerEvent } from '../engine/customer-event';
import type { Emission, Enrollment } from '../engine/enrollment';
import { isHeldOut } from '../engine/entry-refusal';
import { enrollmentIdOf } from '../engine/new-enrollment';
import type { ReasonCode } from '../engine/reason';
import type { Id } from '../id';
import type { JourneyDocument, JourneyNode } from '../journey/document';
import { isEntry } from '../journey/graph';
import type { ExitRule, Goal } from '../journey/settings';
import type { JsonObject } from '../json';
import type { Arrival } from './naive-arrival';
import { concerns, type Happening, type Heard, hears } from './naive-hear';
import { naivelyWatched } from './naive-signals';
import { visit } from './naive-visit';

export interface PublishedDrawing {
  readonly journeyId: Id<'jrn'>;
  readonly version: number;
  readonly document: JourneyDocument;
  readonly isEnrolling: boolean;
}

export class NaiveModel {
  readonly attributes = new Map<Id<'cus'>, JsonObject>();
  readonly enrollments = new Map<Id<'enr'>, Enrollment>();
  readonly decisions: BatchDecision[] = [];
  readonly commands: BatchCommand[] = [];

  segments: ReadonlyMap<string, ReadonlySet<string>> = new Map();
  products: ReadonlyMap<string, Product> = new Map();
  private readonly past = new Map<Id<'cus'>, PastEvent[]>();
  private drawings: readonly PublishedDrawing[] = [];
  private queue: Happening[] = [];
  private followed = 0;
  private readonly emissions: { readonly visited: Enrollment; readonly emit: Emission }[] = [];

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

  private fire(due: Enrollment, now: number): void {
    const { goals = [], exitRules = [] } = this.documentOf(due)?.settings ?? {};
    const holds = ({ when, condition }: ExitRule) =>
      when === 'condition' && evaluate(condition, this.factsFor(due, due.trigger.properties, now));
    const left = this.conclude(due, goals.filter(holds), exitRules.find(holds), now);
    if (left !== null) this.walk(left, { now, dueAt: due.wakeAt ?? 0, cause: 'due' });
    this.drain();
  }

  private drain(): void {
    for (let next = this.queue.shift(); next; next = this.queue.shift()) this.happen(next);
    this.followed = 0;
  }

  /** Judged once, before anything moves: goals and exit rules, then waits, then triggers. */
  private happen(event: Happening): void {
    const { customerId, receivedAt } = event;
    this.learn(event);
    const inside = this.waiting(customerId).sort(
      (a, b) => a.enteredAt - b.enteredAt || (a.id < b.id ? -1 : 1),
    );
    const moves = inside.map((enrollment) => ({
      enrollment,
      ...this.rulesMet(enrollment, event),
      isAwaited: this.isAwaited(enrollment, event),
    }));
    const entries = this.entriesFor(event);
    for (const { enrollment, goals, exitRule, isAwaited } of moves) {
      const left = this.conclude(enrollment, goals, exitRule, receivedAt);
      if (left && isAwaited)
        this.walk(left, { now: receivedAt, dueAt: receivedAt, cause: 'event', event: event.name });
    }
    for (const { drawing, node, heard } of entries) this.enter(drawing, node, heard, event);
  }

  private learn(event: Happening): void {
    const { type, customerId, name, messageId, properties, occurredAt: at, receivedAt } = event;
    if (type === 'signal') return;
    const own = this.past.get(customerId) ?? [];
    this.past.set(customerId, [...own, { name, messageId, properties, at, receivedAt }]);
    if (type !== 'identify') return;
    const before = this.attributesOf(customerId);
    this.tell(customerId, event.traits);
    this.noteChanges(customerId, before, event.origin, event.depth, receivedAt);
  }

  /** Says of every attribute somebody asks about that it has changed, in the order of the alphabet. */
  private noteChanges(
    customerId: Id<'cus'>,
    before: JsonObject,
    origin: string,
    depth: number,
    at: number,
  ): boolean {
    const after = this.attributesOf(customerId);
    const isOther = (name: string) => JSON.stringify(before[name]) !== JSON.stringify(after[name]);
    let areAllTold = true;
    for (const attribute of this.watched().filter(isOther).sort()) {
      if (!this.mayFollow(depth)) {
        areAllTold = false;
        continue;
      }
      const id = `${origin}.${attribute}`;
      const properties = { attribute, from: before[attribute] ?? null, to: after[attribute] ?? null };
      const what = { type: 'signal', name: 'attribute-changed', properties, traits: {} } as const;
      this.queue.push({
        ...what,
        customerId,
        origin: id,
        messageId: id,
        depth,
        occurredAt: at,
        receivedAt: at,
      });
    }
    return areAllTold;
  }

  private watched(): string[] {
    const rules = this.drawings.flatMap(({ document: { settings } }) =>
      [...(settings.goals ?? []), ...(settings.exitRules ?? [])].filter(({ when }) => when === 'condition'),
    );
    const waits = this.drawings.flatMap(({ document: { nodes } }) =>
      nodes.flatMap((node) => (node.type === 'wait-for-condition' ? [node.data] : [])),
    );
    const tests = [...rules, ...waits].flatMap(({ condition }) => leavesOf(condition));
    const names = tests.flatMap((leaf) =>
      leaf.type === 'test' && leaf.subject === 'attribute' ? leaf.path[0] : [],
    );
    const entries = this.drawings.flatMap(({ document }) => document.nodes.flatMap(naivelyWatched));
    return [...new Set([...names.filter((name) => name !== undefined), ...entries])];
  }

  private rulesMet(
    enrollment: Enrollment,
    event: Happening,
  ): { goals: Goal[]; exitRule: ExitRule | undefined } {
    const { goals = [], exitRules = [] } = this.documentOf(enrollment)?.settings ?? {};
    const facts = this.factsFor(enrollment, event.properties, event.receivedAt);
    const own = this.factsFor(enrollment, enrollment.trigger.properties, event.receivedAt);
    const isMet = ({ when, event: name, filter, key, condition }: ExitRule) => {
      if (when === 'condition') return concerns(condition, event) && evaluate(condition, own);
      if (event.type === 'signal' || name !== event.name) return false;
      return (
        (filter === null || evaluate(filter, facts)) &&
        (key === null || naiveKey(key, event) === enrollment.key)
      );
    };
    return { goals: goals.filter(isMet), exitRule: exitRules.find(isMet) };
  }

  private factsFor(
    enrollment: Enrollment | null,
    properties: JsonObject,
    now: number,
    customerId = enrollment?.customerId ?? 'cus_',
  ): Facts {
    return {
      attributes: this.attributesOf(customerId),
      properties,
      saved: enrollment?.saved ?? {},
      now,
      enteredAt: enrollment?.enteredAt ?? null,
      ...(enrollment && { enteredBy: enrollment.trigger.messageId }),
      past: this.past.get(customerId) ?? [],
      segments: this.segments.get(customerId) ?? new Set(),
      products: this.products,
    };
  }

  private conclude(
    enrollment: Enrollment,
    goals: readonly Goal[],
    exitRule: ExitRule | undefined,
    at: number,
  ): Enrollment | null {
    const { id: enrollmentId, customerId, journeyId, version, nodeId } = enrollment;
    const whose = { customerId, journeyId, version, enrollmentId, nodeId, at };
    let { convertedAt } = enrollment;
    for (const { name, id } of convertedAt === null ? goals.slice(0, 1) : []) {
      this.decisions.push({ ...whose, code: 'goal-reached', inputs: { label: name || id } });
      convertedAt = at;
    }
    const isOver = goals.some(({ exits }) => exits);
    const endReason = isOver ? 'goal-reached' : exitRule && 'exit-rule-met';
    if (!isOver && exitRule) {
      this.decisions.push({
        ...whose,
        code: 'exit-rule-met',
        inputs: { label: exitRule.name || exitRule.id },
      });
    }
    const left: Enrollment = { ...enrollment, convertedAt };
    const end = endReason && ({ status: 'ended', wakeAt: null, endedAt: at, endReason } as const);
    this.enrollments.set(enrollmentId, { ...left, ...end });
    return end ? null : left;
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

  private isAwaited(enrollment: Enrollment, event: Happening): boolean {
    const node = this.nodeOf(enrollment);
    if (node?.type === 'wait-for-condition') {
      const { condition } = node.data;
      const own = this.factsFor(enrollment, enrollment.trigger.properties, event.receivedAt);
      return concerns(condition, event) && evaluate(condition, own);
    }
    const facts = this.factsFor(enrollment, event.properties, event.receivedAt);
    return (node === undefined ? [] : hears(node, event)).some(
      ({ filter, key }) =>
        (filter === null || evaluate(filter, facts)) &&
        (key === null || naiveKey(key, event) === enrollment.key),
    );
  }

  private entriesFor(event: Happening) {
    const facts = this.factsFor(null, event.properties, event.receivedAt, event.customerId);
    return this.drawings
      .filter(({ isEnrolling }) => isEnrolling)
      .flatMap((drawing) =>
        drawing.document.nodes.filter(isEntry).flatMap((node) =>
          hears(node, event)
            .filter(() => isFor(event, drawing.journeyId, node.id))
            .filter(({ filter }) => filter === null || evaluate(filter, facts))
            .map((heard) => ({ drawing, node, heard })),
        ),
      );
  }

  private enter(
    { journeyId, version, document }: PublishedDrawing,
    trigger: JourneyNode,
    heard: Heard,
    event: Happening,
  ): void {
    const { customerId, receivedAt } = event;
    const key = naiveKey(heard.key, event);
    const refused = this.refusal(document, journeyId, heard, event, key);
    if (refused !== null) {
      const whose = { customerId, journeyId, version, enrollmentId: null, nodeId: trigger.id };
      const inputs = { event: event.name, key, ...refused.inputs };
      this.decisions.push({ ...whose, code: refused.code, at: receivedAt, inputs });
      return;
    }
    const id = enrollmentIdOf({ journeyId, nodeId: trigger.id }, event.origin);
    const { name, messageId, properties, depth } = event;
    const about = { event: name, messageId, properties, ...(depth > 0 && { depth }) };
    const standing = { status: 'waiting', nodeId: trigger.id, visits: 1, enteredAt: receivedAt } as const;
    const notYet = { arrivedAt: receivedAt, wakeAt: null, convertedAt: null, endedAt: null, endReason: null };
    this.walk(
      { id, journeyId, version, customerId, key, ...standing, ...notYet, trigger: about, saved: {} },
      { now: receivedAt, dueAt: receivedAt, cause: 'entered' },
    );
  }

  private refusal(
    document: JourneyDocument,
    journeyId: Id<'jrn'>,
    heard: Heard,
    event: Happening,
    key: string,
  ): { code: ReasonCode; inputs: JsonObject } | null {
    const { reentry, reentryAfterDays = 30, concurrency = 'by-key' } = document.settings;
    const own = [...this.enrollments.values()].filter(
      (other) => other.customerId === event.customerId && other.journeyId === journeyId,
    );
    const lateMs = event.receivedAt - event.occurredAt;
    const { holdoutPercent = 0 } = document.settings;
    if (lateMs > 72 * 3_600_000 && !heard.acceptsLate) return { code: 'event-too-old', inputs: { lateMs } };
    if (isHeldOut(event.customerId, journeyId, holdoutPercent))
      return { code: 'held-out', inputs: { holdoutPercent } };
    const inside = own.filter((other) => other.status === 'waiting');
    if (inside.some((other) => concurrency === 'one' || other.key === key)) {
      return { code: 'already-in-journey', inputs: {} };
    }
    if (own.length === 0 || reentry === 'unlimited') return null;
    const last = Math.max(...own.map(({ enteredAt }) => enteredAt));
    if (reentry === 'once') return { code: 'entered-before', inputs: { last } };
    const again = last + reentryAfterDays * 24 * 3_600_000;
    return event.receivedAt >= again ? null : { code: 'entered-too-lately', inputs: { last, again } };
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
    const before = this.attributesOf(start.customerId);
    let here: Enrollment | null = start;
    let { cause } = arrival;
    while (here !== null) {
      here = this.step(here, { ...arrival, cause });
      cause = 'entered';
    }
    const { id, visits, customerId, trigger } = start;
    const depth = (trigger.depth ?? 0) + 1;
    for (const { visited, emit } of this.emissions.splice(0)) this.setOff(visited, emit, depth, arrival.now);
    if (this.noteChanges(customerId, before, `${id}.${visits}`, depth, arrival.now)) return;
    this.stopLoop(start, depth, arrival.now);
  }

  /** Ten journeys in a row that cause each other are a circle; a hundred things after one event are too many. */
  private mayFollow(depth: number): boolean {
    if (depth === 0) return true;
    if (depth > 10 || this.followed === 100) return false;
    this.followed += 1;
    return true;
  }

  private stopLoop(
    { id: enrollmentId, customerId, journeyId, version, nodeId }: Enrollment,
    depth: number,
    at: number,
  ) {
    const whose = { enrollmentId, customerId, journeyId, version, nodeId };
    this.decisions.push({ ...whose, code: 'emit-loop-stopped', at, inputs: { depth } });
  }

  private setOff(visited: Enrollment, emit: Emission, depth: number, at: number): void {
    const { id: enrollmentId, customerId, visits } = visited;
    if (!this.mayFollow(depth)) {
      this.stopLoop(visited, depth, at);
      return;
    }
    const origin = `${enrollmentId}.${visits}`;
    const happening = {
      customerId,
      origin,
      messageId: origin,
      depth,
      traits: {},
      occurredAt: at,
      receivedAt: at,
    };
    if (emit.kind === 'event') {
      this.queue.push({ ...happening, type: 'track', name: emit.name, properties: emit.properties });
      return;
    }
    const properties = { ...emit.properties, journey_id: emit.journeyId };
    this.queue.push({ ...happening, type: 'signal', name: 'api-call', properties });
  }

  /** One node. @returns the passage at the next one, or null where it waits or has ended */
  private step(here: Enrollment, arrival: Arrival): Enrollment | null {
    const node = this.nodeOf(here);
    if (node === undefined) throw new Error('A drawing of this model always has the node.');
    const { id: enrollmentId, customerId, journeyId, version } = here;
    const whose = { customerId, journeyId, version, enrollmentId, nodeId: node.id };
    const at = arrival.now;
    const facts = this.factsFor(here, here.trigger.properties, at);
    const seen = visit(node, { ...arrival, facts, enrollment: here });
    const exit = seen.exit === undefined ? {} : { exit: seen.exit };
    this.decisions.push({ ...whose, code: seen.code, at, inputs: seen.inputs, ...exit });
    if (seen.set) this.tell(customerId, seen.set);
    if (seen.emit) this.emissions.push({ visited: here, emit: seen.emit });
    if (seen.command)
      this.commands.push({ ...whose, key: `${enrollmentId}.${here.visits}`, at, ...seen.command });
    if (seen.wakeAt !== undefined) {
      this.enrollments.set(enrollmentId, { ...here, wakeAt: seen.wakeAt });
      return null;
    }
    const line = this.documentOf(here)?.edges.find(
      ({ from, exit }) => from === node.id && exit === seen.exit,
    );
    if (line !== undefined)
      return { ...here, nodeId: line.to, visits: here.visits + 1, arrivedAt: at, wakeAt: null };
    const endReason = seen.exit === undefined ? seen.code : 'path-ended';
    if (seen.exit !== undefined) this.decisions.push({ ...whose, code: endReason, at, inputs: {} });
    this.enrollments.set(enrollmentId, { ...here, status: 'ended', wakeAt: null, endedAt: at, endReason });
    return null;
  }
}

/** A signal may be addressed to one journey, and to one trigger of it. */
function isFor({ type, properties }: Happening, journeyId: string, nodeId: string): boolean {
  if (type !== 'signal') return true;
  const { journey_id = journeyId, node_id = nodeId } = properties;
  return journey_id === journeyId && node_id === nodeId;
}

function naiveKey(path: readonly string[] | null, { properties }: Happening): string {
  const value = path === null ? undefined : properties[path[0] ?? ''];
  return value === undefined || value === null || typeof value === 'object' ? '' : `${value}`;
}
