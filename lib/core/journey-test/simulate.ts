// Runs a journey test: the real engine on the real program, with a clock that jumps from one happening to the next.
import { durationMs } from '../duration';
import type { CustomerEvent } from '../engine/customer-event';
import type { Id } from '../id';
import { compile } from '../journey/compile';
import type { JourneyDocument } from '../journey/document';
import { answersTo } from './answers-to';
import { instantOf, type JourneyTest, MOST_STEPS } from './journey-test';
import { MemoryShell } from './memory-shell';
import { Recorder } from './recorder';
import type { Trace } from './trace';
import { walkedPath } from './walked-path';

/**
 * What the journey does with the customer of the test. Pure: nothing is sent, and the same test gives the same trace.
 * Timers fire on time, before an event of the same instant, as live. A drawing with errors is not run.
 *
 * @param journeyId splits go by it; give the real one to see the arms that the journey takes live
 */
export function simulate(
  document: JourneyDocument,
  test: JourneyTest,
  journeyId: Id<'jrn'> = 'jrn_test',
): Trace {
  const startsAt = Date.parse(test.startsAt);
  const { program, problems } = compile(document);
  const errors = program === null ? problems.filter(({ grade }) => grade === 'error') : [];
  const recorder = new Recorder(test);
  const shell = stage(test);
  if (program !== null) shell.publish([{ journeyId, version: 1, program, isEnrolling: true }], startsAt);
  const isWhole = run(shell, test, eventsOf(test, startsAt, journeyId), recorder);
  const { steps, sends } = recorder;
  const path = walkedPath(document, steps);
  const ended = recorder.outcome([...shell.enrollments.values()]);
  return { startsAt, steps, path, sends, ended, isCut: !isWhole, problems: errors };
}

const customerOf = ({ customer }: JourneyTest): Id<'cus'> => customer.id ?? 'cus_test';

/** The world as the test says it is. */
function stage(test: JourneyTest): MemoryShell {
  const { customer, timeZone = 'UTC', given } = test;
  const shell = new MemoryShell();
  shell.timeZone = timeZone;
  shell.attributes.set(customerOf(test), customer.attributes);
  shell.segments = new Map([[customerOf(test), new Set(given?.segments)]]);
  shell.products = new Map(given?.products.map(({ sku, ...product }) => [sku, product]));
  for (const [index, { before, event, properties }] of (given?.past ?? []).entries()) {
    const at = Date.parse(test.startsAt) - durationMs(before);
    const messageId = `test-past-${index + 1}`;
    shell.recall(customerOf(test), { name: event, messageId, properties, at, receivedAt: at });
  }
  return shell;
}

function eventsOf(test: JourneyTest, start: number, journeyId: Id<'jrn'>): CustomerEvent[] {
  const timed = test.events.map((event) => ({ event, at: instantOf(event, start) }));
  const inTime = timed.sort((a, b) => a.at - b.at);
  return inTime.map(({ event: { type, event, properties, traits }, at }, index) => ({
    seq: index + 1,
    customerId: customerOf(test),
    messageId: `test-${index + 1}`,
    type,
    name: type === 'identify' && event === '' ? 'Identified' : event,
    properties: type === 'signal' ? { journey_id: journeyId, ...properties } : properties,
    traits,
    occurredAt: at,
    receivedAt: at,
  }));
}

/** Works what is to happen and what falls due in the order of time. @returns whether it came to the end */
function run(
  shell: MemoryShell,
  test: JourneyTest,
  toCome: readonly CustomerEvent[],
  recorder: Recorder,
): boolean {
  const endsAt = Date.parse(test.startsAt) + durationMs(test.until);
  let events = [...toCome];
  while (shell.decisions.length <= MOST_STEPS) {
    const [event] = events;
    const due = shell.nextDue();
    const isEvent = event !== undefined && event.receivedAt < due;
    if (!isEvent && due > endsAt) return true;
    const now = isEvent ? event.receivedAt : due;
    recorder.note({ decisions: shell.sweep(now), commands: [], enrollments: [] });
    const outcome = shell.batch(isEvent ? [event] : [], now);
    if (isEvent) noteSegment(shell, event);
    recorder.note(outcome);
    // An answer comes at once, before whatever else happens.
    events = [...answersTo(outcome, test, now), ...events.slice(isEvent ? 1 : 0)];
  }
  return false;
}

/** The shell is told who is in which segment; the engine knows it within a batch only. */
function noteSegment(shell: MemoryShell, { type, name, customerId, properties }: CustomerEvent): void {
  const { segment_id } = properties;
  if (type !== 'signal' || typeof segment_id !== 'string') return;
  const own = new Set(shell.segments.get(customerId));
  if (name === 'segment-entered') own.add(segment_id);
  else if (name === 'segment-left') own.delete(segment_id);
  shell.segments = new Map(shell.segments).set(customerId, own);
}
