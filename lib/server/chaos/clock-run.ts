// Runs the moves: tells the product what happens, lets it work, and writes down beside it what has to come of it.
import type { JsonObject } from '@/lib/core/json';
import type { Actor } from '../actor';
import { drainEngine } from '../engine/run-engine';
import { storeEvents } from '../ingest/store-events';
import { HOUR, isWorkless, type Move, ofRestart, START } from './clock-moves';
import { type Expected, ExpectedFires } from './expected-fires';
import { freezeClock } from './frozen-clock';
import type { Random } from './random';
import { ANSWER, comingsOf, dateEntries, dueOf, startOf, waits } from './waits';
import { changesOf } from './wall-clock';
import { pick, type ZonedCustomer } from './zoned-customers';

/** How long a customer's clock change may be ahead for them to be chosen because of it. */
const SOON = 31 * HOUR;

export class ClockRun {
  readonly expected = new ExpectedFires();
  /** Decisions that have to warn of a zone nobody knows. */
  warnings = 0;
  looks = 0;
  overdue = 0;
  restartMs = 0;
  began = 0;
  private readonly queue: Move[] = [];

  constructor(
    private readonly actor: Actor,
    private readonly customers: readonly ZonedCustomer[],
    private readonly random: Random,
    /** The share of waits that is looked at in the very ms in which they are over, and in the one before. */
    private readonly closely: number,
  ) {}

  async run(moves: readonly Move[]): Promise<void> {
    await this.meet();
    this.queue.push(...moves);
    for (let move = this.queue.shift(); move; move = this.queue.shift()) await this.make(move);
  }

  private async meet(): Promise<void> {
    const at = START + 1_000;
    freezeClock(at);
    await this.store(
      at,
      this.customers.map(({ userId, traits }) => {
        return { type: 'identify', userId, messageId: `identify-${userId}`, traits: { ...traits } };
      }),
    );
    await drainEngine();
    for (const { userId, zone, traits } of this.customers) {
      for (const entry of dateEntries) {
        for (const { occasion, ...shown } of comingsOf(entry, zone, String(traits[entry.attribute]), at)) {
          const id = `${userId}/${entry.name}/${occasion}`;
          this.expected.begin({ id, userId, due: shown.at, code: 'entered', kind: shown.kind });
        }
      }
    }
  }

  private async make(move: Move): Promise<void> {
    const { at } = move;
    if (move.kind !== 'answer' || move.isIdle !== true) await this.look(at);
    if (move.kind === 'back') this.plan(move.again);
    if (move.kind === 'enter') await this.enter(move);
    if (move.kind === 'answer') await this.answer(move);
  }

  private async look(at: number): Promise<void> {
    freezeClock(at);
    const startedAt = performance.now();
    await drainEngine();
    const fired = this.expected.serve(at);
    this.looks += 1;
    if (!ofRestart(at) || this.overdue > 0) return;
    this.overdue = fired;
    this.restartMs = Math.round(performance.now() - startedAt);
  }

  private async enter({ at, count, only }: Extract<Move, { kind: 'enter' }>): Promise<void> {
    const isSoon = ({ zone }: ZonedCustomer) =>
      changesOf(zone).some((change) => at < change && change < at + SOON);
    const near = this.customers.filter(isSoon);
    const kinds = only ?? waits.map((_, index) => index);
    const events = Array.from({ length: count }, () => {
      const isNear = near.length > 0 && this.random() < 0.7;
      return this.begin(pick(isNear ? near : this.customers, this.random), pick(kinds, this.random), at);
    });
    await this.store(at, events);
    await drainEngine();
  }

  /** The event that begins a wait, and what is to come of it. */
  private begin({ userId, zone, isUnknown, traits }: ZonedCustomer, index: number, at: number): JsonObject {
    const wait = waits[index];
    if (wait === undefined) throw new Error('There is no such wait.');
    const id = `${this.began++}`;
    const due = dueOf(wait, zone, String(traits.day), at);
    const code = wait.mode === 'event' ? 'wait-timed-out' : 'delay-over';
    if (isUnknown && (wait.mode === 'date' || wait.mode === 'time-of-day')) this.warnings += 1;
    if (due !== null && due.at > at) {
      this.expected.begin({ id, userId, due: due.at, code, kind: due.kind });
      if (this.random() < this.closely) this.lookClosely(due.at);
    } else {
      const over = due === null ? 'delay-date-unusable' : 'delay-date-past';
      this.expected.fired.set(id, { code: over, at, due: at, kind: 'plain' });
    }
    return { type: 'track', event: startOf(index), userId, messageId: id, properties: { number: id } };
  }

  /** Unless the worker stands still then: its looks are planned. */
  private lookClosely(due: number): void {
    const last = this.queue.at(-1)?.at ?? 0;
    if (due >= last || isWorkless(due)) return;
    this.plan([due - 1, due].map((at) => ({ kind: 'look', at })));
  }

  private plan(moves: readonly Move[]): void {
    this.queue.push(...moves);
    this.queue.sort((a, b) => a.at - b.at);
  }

  private async answer({ at, isIdle = false }: Extract<Move, { kind: 'answer' }>): Promise<void> {
    const open = [...this.expected.open.values()].filter(({ code }) => code === 'wait-timed-out');
    const chosen = open.filter(() => this.random() < 0.25);
    if (chosen.length === 0) return;
    freezeClock(at);
    await this.store(
      at,
      chosen.map((one) => this.answerTo(one, at)),
    );
    if (!isIdle) await this.look(at);
  }

  private answerTo(one: Expected, at: number): JsonObject {
    this.expected.answer(one, at);
    const messageId = `answer-${one.id}-${at}`;
    return { type: 'track', event: ANSWER, userId: one.userId, messageId, properties: { number: one.id } };
  }

  private async store(at: number, events: readonly JsonObject[]): Promise<void> {
    const { accepted } = await storeEvents(this.actor.workspaceId, 'clocks', events, new Date(at));
    if (accepted !== events.length)
      throw new Error(`Only ${accepted} of ${events.length} events were stored.`);
  }
}
