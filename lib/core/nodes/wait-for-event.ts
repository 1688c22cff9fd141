// Flow: the customer stays until one of several events happens or the time is over, whichever comes first.
import { z } from 'zod';
import { conditionNeeds, joinNeeds, NO_NEEDS } from '../condition/condition-needs';
import { evaluate, type PastEvent } from '../condition/evaluate';
import { Duration, durationMs } from '../duration';
import { keyOf } from '../engine/enrollment-key';
import { factsAt } from '../engine/facts-at';
import { inOrder } from '../engine/in-order';
import { isOwn } from '../engine/is-own';
import { defineNode, type NodeProblem, type Visit } from './define-node';
import { durationProblems } from './duration-problems';
import { EventFilter, EventKey, EventName, eventMatchProblems } from './event-match';

const match = {
  event: EventName,
  filter: EventFilter,
  /** The property that must equal the key of the enrollment, so that only this order's payment counts. */
  key: EventKey,
};

const Data = z.strictObject({
  ...match,
  /** Any of these ends the wait as well. */
  orEvents: z.array(z.strictObject(match)).max(9).default([]),
  /** here: only what happens from now on; entry: what happened since the passage began counts too. */
  lookBack: z.enum(['here', 'entry']).default('here'),
  timeout: Duration.prefault({}),
});
type Data = z.infer<typeof Data>;
type Match = Data['orEvents'][number];

const matchesOf = ({ event, filter, key, orEvents }: Data): Match[] => [{ event, filter, key }, ...orEvents];

function problems(data: Data): NodeProblem[] {
  const more = data.orEvents.flatMap((one, index) =>
    eventMatchProblems(one).map((problem) => ({ ...problem, field: `orEvents.${index}.${problem.field}` })),
  );
  return [...eventMatchProblems(data), ...more, ...durationProblems(data.timeout, 'timeout.amount')];
}

/** What is looked for among earlier events: as far back as the passage, whose length nobody knows beforehand. */
function needs(data: Data) {
  if (data.lookBack === 'here') return NO_NEEDS;
  const events = Object.fromEntries(matchesOf(data).map(({ event }) => [event, null]));
  return joinNeeds([
    { ...NO_NEEDS, events },
    conditionNeeds(matchesOf(data).flatMap(({ filter }) => filter ?? [])),
  ]);
}

/** The first event since the passage began that would have ended this wait, the one that began it apart. */
function findEarlier(data: Data, visit: Visit): PastEvent | undefined {
  const { enrollment, moment } = visit;
  const { enteredAt, trigger, key: own } = enrollment;
  const facts = factsAt(visit);
  const fits = ({ name, properties }: PastEvent) =>
    matchesOf(data).some(
      ({ event, filter, key }) =>
        event === name &&
        (key === null || keyOf(key, properties) === own) &&
        (filter === null || evaluate(filter, { ...facts, properties })),
    );
  const found = (moment.world?.past ?? []).filter(
    (past) =>
      past.receivedAt >= enteredAt &&
      past.messageId !== trigger.messageId &&
      isOwn(past, enrollment) &&
      fits(past),
  );
  // What journeys made happen is stored after the events of its batch, so the order of the list says nothing.
  const [first] = inOrder(
    found.map((past) => ({ ...past, id: past.messageId })),
    ({ receivedAt }) => receivedAt,
  );
  return first;
}

export const waitForEvent = defineNode({
  type: 'wait-for-event',
  family: 'flow',
  data: Data,
  waits: true,
  paces: ({ lookBack }) => lookBack === 'here',
  rule: (data) =>
    matchesOf(data).map((one) => ({ ...one, effect: 'resume', on: 'event', acceptsLate: true })),
  needs,
  exits: () => [{ id: 'happened' }, { id: 'timeout' }],
  compile: problems,
  step: (data, visit) => {
    const { cause, now } = visit.moment;
    if (cause.kind === 'due') return { kind: 'go', exit: 'timeout', code: 'wait-timed-out' };
    if (cause.kind === 'event') {
      return { kind: 'go', exit: 'happened', code: 'event-happened', inputs: { event: cause.event } };
    }
    const earlier = data.lookBack === 'entry' ? findEarlier(data, visit) : undefined;
    if (earlier !== undefined) {
      const inputs = { event: earlier.name, at: earlier.at };
      return { kind: 'go', exit: 'happened', code: 'event-happened-earlier', inputs };
    }
    const until = now + durationMs(data.timeout);
    return { kind: 'wait', until, code: 'wait-started', inputs: { event: data.event, until } };
  },
});
