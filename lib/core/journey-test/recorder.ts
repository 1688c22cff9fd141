// Takes down what the engine decides while a journey test runs, and which of its messages would be sent.
import type { BatchCommand, BatchOutcome } from '../engine/batch';
import type { Enrollment } from '../engine/enrollment';
import type { Id } from '../id';
import type { JourneyTest, TestOutcome, TestSend } from './journey-test';
import { sendChannel } from './send-channel';
import type { TraceSend, TraceStep } from './trace';

export class Recorder {
  readonly steps: TraceStep[] = [];
  readonly sends: TraceSend[] = [];
  private readonly passages = new Map<Id<'enr'>, number>();

  constructor(private readonly test: JourneyTest) {}

  note({ decisions, commands }: BatchOutcome): void {
    for (const { at, nodeId, code, inputs, enrollmentId } of decisions) {
      const passage = enrollmentId === null ? null : this.passageOf(enrollmentId);
      this.steps.push({ at, nodeId, code, inputs, passage });
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
    if (nodeId === null) throw new Error('A passage that goes on stands at a node.');
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
      this.steps.push({ at, nodeId, code: 'refused-opted-out', inputs: { channel }, passage: null });
    } else this.sends.push({ node: nodeId, channel, at });
  }

  /** The customer's own word counts; caps and quiet hours are the workspace's and no part of a journey. */
  private isAgainst(channel: TestSend['channel'], kind: unknown): boolean {
    if (channel === 'webhook' || kind !== 'marketing') return false;
    return this.test.customer.consents?.[channel] === 'opted-out';
  }
}
