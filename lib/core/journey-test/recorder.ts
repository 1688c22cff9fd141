// Takes down what the engine decides while a journey test runs, and which of its messages would be sent.
import type { BatchCommand, BatchOutcome } from '../engine/batch';
import type { Enrollment } from '../engine/enrollment';
import type { Id } from '../id';
import type { JourneyTest, TestOutcome, TestSend } from './journey-test';
import { sendChannel } from './send-channel';
import type { TraceSend, TraceStep } from './trace';
import { isAside } from './walked-path';
import type { TakenExit } from './watch-exits';

export class Recorder {
  readonly steps: TraceStep[] = [];
  readonly sends: TraceSend[] = [];
  private readonly passages = new Map<Id<'enr'>, number>();

  constructor(private readonly test: JourneyTest) {}

  /** @param taken the exits that were followed in the batch, in order */
  note({ decisions, commands, enrollments }: BatchOutcome, taken: readonly TakenExit[]): void {
    let followed = 0;
    const waiting = enrollments.filter(({ status }) => status === 'waiting');
    decisions.forEach(({ at, nodeId, code, inputs, enrollmentId }, index) => {
      const passage = enrollmentId === null ? null : this.passageOf(enrollmentId);
      const isLast = !decisions
        .slice(index + 1)
        .some((later) => later.enrollmentId === enrollmentId && !isAside(later.code));
      const isWait = isLast && waiting.some((one) => one.id === enrollmentId && one.nodeId === nodeId);
      const next = isWait || isAside(code) ? undefined : taken[followed];
      const exit = next?.node === nodeId ? next.exit : null;
      if (exit !== null) followed += 1;
      this.steps.push({ at, nodeId, code, inputs, passage, isWait, exit });
    });
    for (const command of commands) this.send(command);
  }

  /** How the passage that began last stands; where none began, the last reason why not. */
  outcome(enrollments: readonly Enrollment[]): TestOutcome {
    const last = enrollments.find(({ id }) => this.passages.get(id) === this.passages.size - 1);
    if (last === undefined) {
      const refused = this.steps.findLast(({ passage }) => passage === null);
      return { kind: 'never-entered', ...(refused && { code: refused.code }) };
    }
    const { nodeId, endReason } = last;
    if (endReason !== null) return { kind: 'ended', code: endReason };
    if (nodeId === null) return { kind: 'ended', code: 'node-missing' };
    return { kind: 'waiting', node: nodeId };
  }

  private passageOf(id: Id<'enr'>): number {
    const known = this.passages.get(id) ?? this.passages.size;
    this.passages.set(id, known);
    return known;
  }

  private send({ type, nodeId, at, payload }: BatchCommand): void {
    const channel = sendChannel(type);
    if (channel === null) return;
    if (this.isAgainst(channel, payload.kind)) {
      const refusal = { code: 'refused-opted-out', inputs: { channel } } as const;
      this.steps.push({ at, nodeId, ...refusal, passage: null, isWait: false, exit: null });
    } else this.sends.push({ node: nodeId, channel, at });
  }

  /** The customer's own word counts; caps and quiet hours are the workspace's and no part of a journey. */
  private isAgainst(channel: TestSend['channel'], kind: unknown): boolean {
    if (channel === 'webhook' || kind !== 'marketing') return false;
    return this.test.customer.consents?.[channel] === 'opted-out';
  }
}
