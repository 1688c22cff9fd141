// What a condition asks about what the product itself has written down of a customer: consents, passages, messages, arms.
import { durationMs } from '../duration';
import type { Id } from '../id';
import { comparisons } from './compare';
import type { ArmTest, ConsentTest, JourneyTest, MessageTest } from './condition';
import type { Facts } from './evaluate';

/** One passage through a journey; instants in ms. */
export interface Passage {
  readonly id: Id<'enr'>;
  readonly journeyId: Id<'jrn'>;
  readonly status: 'waiting' | 'ended' | 'parked';
  readonly enteredAt: number;
  readonly convertedAt: number | null;
  readonly endedAt: number | null;
  readonly endReason: string | null;
}

interface SentMessage {
  readonly journeyId: Id<'jrn'>;
  readonly channel: string;
  readonly status: string;
  /** When it was written (ms). */
  readonly at: number;
}

/** What is written down of a customer, as far as a condition's needs ask for it. */
export interface Records {
  /** The newest word per channel. */
  readonly consents: Readonly<Partial<Record<string, 'opted-in' | 'opted-out'>>>;
  readonly passages: readonly Passage[];
  readonly messages: readonly SentMessage[];
  readonly arms: readonly {
    readonly journeyId: Id<'jrn'>;
    readonly nodeId: Id<'nod'>;
    /** Which phase of the experiment dealt it; left out where nobody asks. */
    readonly phase?: number;
    readonly arm: string;
  }[];
}

export const NO_RECORDS: Records = { consents: {}, passages: [], messages: [], arms: [] };

/** Reasons by which a passage came to its end by itself or by a goal. */
export const COMPLETED: readonly string[] = ['exit-reached', 'path-ended', 'goal-reached'];

/** In which states a message has come out so. */
export const OUTCOMES: Readonly<Record<MessageTest['outcome'], readonly string[]>> = {
  sent: ['sandboxed', 'sent', 'delivered'],
  delivered: ['delivered'],
  failed: ['failed'],
  refused: ['refused'],
};

const recordsOf = ({ records }: Facts): Records => records ?? NO_RECORDS;

export function consentOf({ channel }: ConsentTest, facts: Facts): ConsentTest['state'] {
  return recordsOf(facts).consents[channel] ?? 'none';
}

function sinceWhen({ state }: JourneyTest, passage: Passage): number | null {
  const { status, enteredAt, convertedAt, endedAt, endReason } = passage;
  if (state === 'inside') return status === 'ended' ? null : Number.POSITIVE_INFINITY;
  if (state === 'entered') return enteredAt;
  if (state === 'converted') return convertedAt;
  return status === 'ended' && COMPLETED.includes(endReason ?? '') ? endedAt : null;
}

/** When (ms) the customer came to stand so; of who is inside it does not matter when. */
function standings(test: JourneyTest, facts: Facts): number[] {
  const own = recordsOf(facts).passages.filter(({ journeyId }) => journeyId === test.journeyId);
  return own.flatMap((passage) => sinceWhen(test, passage) ?? []);
}

/** Whether they stand so, whatever is asked. */
export function standsSo(test: JourneyTest, facts: Facts): boolean {
  const { now = 0 } = facts;
  const after = test.within === null ? Number.NEGATIVE_INFINITY : now - durationMs(test.within);
  return standings(test, facts).some((at) => at > after);
}

export function doesJourneyHold(test: JourneyTest, facts: Facts): boolean {
  return test.journeyId !== null && standsSo(test, facts) === test.isSo;
}

function messagesMeant({ channel, journeyId, outcome, within }: MessageTest, facts: Facts): number[] {
  const { now = 0 } = facts;
  const after = within === null ? Number.NEGATIVE_INFINITY : now - durationMs(within);
  return recordsOf(facts).messages.flatMap((message) => {
    const isMeant =
      (channel === null ? message.channel !== 'webhook' : message.channel === channel) &&
      (journeyId === null || message.journeyId === journeyId) &&
      OUTCOMES[outcome].includes(message.status) &&
      message.at > after;
    return isMeant ? [message.at] : [];
  });
}

export function messageCount(test: MessageTest, facts: Facts): number {
  return messagesMeant(test, facts).length;
}

export function doesMessageHold(test: MessageTest, facts: Facts): boolean {
  return comparisons[test.operator](messageCount(test, facts), test.count);
}

export function isInArm({ journeyId, nodeId, arm }: ArmTest, facts: Facts): boolean {
  const { arms } = recordsOf(facts);
  return arms.some((one) => one.journeyId === journeyId && one.nodeId === nodeId && one.arm === arm);
}

export function doesArmHold(test: ArmTest, facts: Facts): boolean {
  const isChosen = test.journeyId !== null && test.nodeId !== null && test.arm !== '';
  return isChosen && isInArm(test, facts) === test.isIn;
}

/** The instants (ms) at which time alone may turn the answer: something has become too long ago. */
export function turnsOfRecords(test: JourneyTest | MessageTest, facts: Facts): number[] {
  const { within } = test;
  if (within === null) return [];
  const instants = test.type === 'journey' ? standings(test, facts) : messagesMeant(test, facts);
  return instants.map((at) => at + durationMs(within));
}
