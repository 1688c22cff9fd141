// Runs a journey test: the real engine on the real program, with a clock that jumps from one happening to the next.
import { durationMs } from '../duration';
import type { CustomerEvent } from '../engine/customer-event';
import type { Id } from '../id';
import { compile } from '../journey/compile';
import type { JourneyDocument } from '../journey/document';
import { MemoryShell } from '../testing/memory-shell';
import { instantOf, type JourneyTest, MOST_STEPS } from './journey-test';
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
  const shell = new MemoryShell();
  const recorder = new Recorder(test);
  const customerId = test.customer.id ?? 'cus_test';
  shell.publish(program === null ? [] : [{ journeyId, version: 1, program, isEnrolling: true }]);
  shell.attributes.set(customerId, test.customer.attributes);
  const events = eventsOf(test, startsAt, customerId);
  const isWhole = run(shell, recorder, events, startsAt + durationMs(test.until));
  const { steps, sends } = recorder;
  const path = walkedPath(document, steps);
  const ended = recorder.outcome([...shell.enrollments.values()]);
  return { startsAt, steps, path, sends, ended, isCut: !isWhole, problems: errors };
}

function eventsOf(test: JourneyTest, start: number, customerId: Id<'cus'>): CustomerEvent[] {
  const timed = test.events.map((event) => ({ event, at: instantOf(event, start) }));
  const inTime = timed.sort((a, b) => a.at - b.at);
  return inTime.map(({ event: { type, event, properties, traits }, at }, index) => ({
    seq: index + 1,
    customerId,
    messageId: `test-${index + 1}`,
    type,
    name: type === 'identify' && event === '' ? 'Identified' : event,
    properties,
    traits,
    occurredAt: at,
    receivedAt: at,
  }));
}

/** Works events and timers in the order of time. @returns whether it came to the end */
function run(
  shell: MemoryShell,
  recorder: Recorder,
  events: readonly CustomerEvent[],
  endsAt: number,
): boolean {
  let next = 0;
  while (recorder.steps.length <= MOST_STEPS) {
    const event = events[next];
    const horizon = event?.receivedAt ?? endsAt;
    const due = nextWake(shell);
    if (due <= horizon) recorder.note(shell.batch([], due));
    else if (event === undefined) return true;
    else {
      recorder.note(shell.batch([event], event.receivedAt));
      next += 1;
    }
  }
  return false;
}

function nextWake({ enrollments }: MemoryShell): number {
  const times = [...enrollments.values()].map(({ wakeAt }) => wakeAt ?? Number.POSITIVE_INFINITY);
  return Math.min(Number.POSITIVE_INFINITY, ...times);
}
