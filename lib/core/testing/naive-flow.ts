// What steps of the family “flow” do in the naive model, written from their descriptions.
import { evaluate } from '../condition/evaluate';
import { testedValues } from '../condition/tested-values';
import { hash53 } from '../hash';
import { after, type Here, type NodeOf, type Seen } from './naive-arrival';
import { whenDate, whenShown, zoneOfCustomer } from './naive-clock';

function delay({ data }: NodeOf<'delay'>, { cause, now, facts }: Here): Seen {
  if (cause === 'due') return { code: 'delay-over', exit: 'next', inputs: {} };
  const { zone, inputs } = zoneOfCustomer(facts.attributes);
  if (data.mode === 'duration') return until(after(now, data), {});
  if (data.mode === 'time-of-day') return until(whenShown(now + 1, zone, data.time, data.weekdays), inputs);
  const value = facts.attributes[data.attribute] ?? null;
  if (typeof value !== 'string' || !/^\d{4}-\d\d-\d\d$/.test(value)) {
    const missing = { attribute: data.attribute, value, ...inputs };
    return { code: 'delay-date-unusable', exit: 'next', inputs: missing };
  }
  const end = whenDate(value, data.offsetDays, zone, data.time);
  if (end <= now) return { code: 'delay-date-past', exit: 'next', inputs: { until: end, ...inputs } };
  return until(end, inputs);
}

function until(end: number, inputs: Seen['inputs']): Seen {
  const all = { until: end, ...inputs };
  return { code: 'delay-started', wakeAt: end, inputs: all };
}

function waitForEvent(
  { data }: NodeOf<'wait-for-event'>,
  { cause, now, facts, enrollment, event }: Here,
): Seen {
  if (cause === 'due') return { code: 'wait-timed-out', exit: 'timeout', inputs: {} };
  if (cause === 'event') return { code: 'event-happened', exit: 'happened', inputs: { event: event ?? '' } };
  const before = [...(facts.past ?? [])].sort(
    (a, b) => a.receivedAt - b.receivedAt || (a.messageId < b.messageId ? -1 : 1),
  );
  for (const past of data.lookBack === 'entry' ? before : []) {
    if (past.receivedAt < enrollment.enteredAt || past.messageId === enrollment.trigger.messageId) continue;
    for (const one of [data, ...data.orEvents]) {
      const value = past.properties[one.key?.[0] ?? ''];
      const key = value === undefined || value === null || typeof value === 'object' ? '' : `${value}`;
      if (one.event !== past.name || (one.key !== null && key !== enrollment.key)) continue;
      if (one.filter !== null && !evaluate(one.filter, { ...facts, properties: past.properties })) continue;
      const inputs = { event: past.name, at: past.at };
      return { code: 'event-happened-earlier', exit: 'happened', inputs };
    }
  }
  const end = after(now, data.timeout);
  return { code: 'wait-started', wakeAt: end, inputs: { event: data.event, until: end } };
}

function waitForCondition({ data }: NodeOf<'wait-for-condition'>, { cause, now, facts }: Here): Seen {
  const values = testedValues([data.condition], facts);
  if (evaluate(data.condition, facts)) return { code: 'condition-met', exit: 'met', inputs: { values } };
  if (cause === 'due') return { code: 'condition-not-met', exit: 'timeout', inputs: { values } };
  const end = after(now, data.timeout);
  return { code: 'condition-awaited', wakeAt: end, inputs: { until: end, values } };
}

function branch({ data: { branches } }: NodeOf<'branch'>, { facts }: Here): Seen {
  const conditions = branches.map(({ condition }) => condition);
  const values = testedValues(conditions, facts);
  for (const { id, name, condition } of branches) {
    if (!evaluate(condition, facts)) continue;
    return { code: 'branch-taken', exit: id, inputs: { branch: name === '' ? id : name, values } };
  }
  return { code: 'no-branch-matched', exit: 'otherwise', inputs: { values } };
}

/** Lays the shares side by side, a hundred tickets for each percent, and looks whose the ticket is. */
function draw<Way extends { readonly percent: number }>(ways: readonly Way[], ticket: number): Way {
  const tickets = ways.flatMap((way) => Array<Way>(way.percent * 100).fill(way));
  const [first] = ways;
  const drawn = tickets[ticket] ?? first;
  if (drawn === undefined) throw new Error('A sound split has ways.');
  return drawn;
}

export const naiveFlow = {
  delay,
  'wait-for-event': waitForEvent,
  'wait-for-condition': waitForCondition,
  branch,
  'random-split': (
    { id: node, data }: NodeOf<'random-split'>,
    { enrollment: { id, visits } }: Here,
  ): Seen => {
    const bucket = hash53(`split/${id}/${node}/${visits}`) % 10_000;
    const way = draw(data.ways, bucket);
    return {
      code: 'way-drawn',
      exit: way.id,
      inputs: { way: way.name || `${data.ways.indexOf(way) + 1}`, bucket },
    };
  },
  'experiment-split': ({ id: node, data }: NodeOf<'experiment-split'>, { enrollment }: Here): Seen => {
    const { arms, phase, holdoutPercent } = data;
    const bucket =
      hash53(`experiment/${enrollment.journeyId}/${node}/${phase}/${enrollment.customerId}`) % 10_000;
    const left = 10_000 - holdoutPercent * 100;
    if (bucket >= left) {
      return { code: 'arm-held-out', exit: 'holdout', inputs: { arm: 'holdout', bucket, phase } };
    }
    const arm = draw(arms, Math.floor((bucket / left) * 10_000));
    return {
      code: 'arm-assigned',
      exit: arm.id,
      inputs: { arm: arm.id, name: arm.name || `${arms.indexOf(arm) + 1}`, bucket, phase },
    };
  },
  join: (): Seen => ({ code: 'passed-on', exit: 'next', inputs: {} }),
  'go-to': (): Seen => ({ code: 'passed-on', exit: 'next', inputs: {} }),
  'start-journey': ({ data }: NodeOf<'start-journey'>, { enrollment: { trigger } }: Here): Seen => {
    const { journeyId, properties: path } = data;
    if (journeyId === null) return { code: 'passed-on', exit: 'next', inputs: {} };
    const [name] = path;
    const value = name === undefined ? trigger.properties : trigger.properties[name];
    const isTree = typeof value === 'object' && value !== null && !Array.isArray(value);
    const alone = value === undefined ? {} : { [name ?? '']: value };
    const properties = { ...(isTree ? value : alone) };
    for (const address of ['journey_id', 'node_id', 'enrollment_id']) delete properties[address];
    const emit = { kind: 'start-journey', journeyId, properties } as const;
    return { code: 'journey-started', exit: 'next', inputs: { journeyId }, emit };
  },
  exit: ({ data: { reason } }: NodeOf<'exit'>): Seen => ({
    code: 'exit-reached',
    inputs: reason.trim() === '' ? {} : { reason },
  }),
};
