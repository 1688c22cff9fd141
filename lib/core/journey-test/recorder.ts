// Takes down what the engine decides while a journey test runs, and which of its messages would be sent.
import type { BatchCommand, BatchOutcome } from '../engine/batch';
import type { Enrollment } from '../engine/enrollment';
import type { Id } from '../id';
import type { JourneyTest, TestOutcome, TestSend } from './journey-test';
import { sendChannel } from './send-channel';
import type { TraceSend, TraceStep } from './trace';
import { isAside } from './walked-path';

export class Recorder {
  readonly steps: TraceStep[] = [];
  readonly sends: TraceSend[] = [];
  private readonly passages = new Map<Id<'enr'>, number>();

  constructor(private readonly test: JourneyTest) {}

  note({
    decisions,
    commands,
    enrollments,
  }: Pick<BatchOutcome, 'decisions' | 'commands' | 'enrollments'>): void {
    const waiting = new Set(enrollments.flatMap(({ id, status }) => (status === 'waiting' ? [id] : [])));
    for (const { at, nodeId, code, inputs, enrollmentId, exit = null } of decisions) {
      const passage = enrollmentId === null ? null : this.passageOf(enrollmentId);
      const isStaying = enrollmentId !== null && waiting.has(enrollmentId);
      this.steps.push({
        at,
        nodeId,
        code,
        inputs,
        passage,
        isWait: isStaying && exit === null && !isAside(code),
        exit,
      });
    }
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
