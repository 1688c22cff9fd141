// Node data of flow and data steps: any that a draft may hold, and such that could be published.
import fc from 'fast-check';
import type { Condition } from '../condition/condition';
import type { Duration } from '../duration';
import { ExperimentDesign } from '../experiment/design';

export interface StepPieces {
  readonly isDraft: boolean;
  readonly event: fc.Arbitrary<string>;
  readonly condition: fc.Arbitrary<Condition>;
  /** Conditions that also look at history, segments and stock. */
  readonly factCondition: fc.Arbitrary<Condition>;
  readonly key: fc.Arbitrary<string[] | null>;
  readonly duration: fc.Arbitrary<Duration>;
  readonly text: fc.Arbitrary<string>;
  readonly link: fc.Arbitrary<string>;
  readonly name: fc.Arbitrary<string>;
  readonly branchIds: fc.Arbitrary<string[]>;
}

const value = fc.constantFrom<string | number | boolean>('p', 'q', 1, true);
/** Some hold dates, a zone, a list: what delays, tags and counting meet. */
const attribute = fc.constantFrom('x', 'y', 'seen', 'day', 'timezone', 'tags', 'born');
const written = fc.constantFrom<string | number | boolean>(
  ...['p', 'q', '2026-03-02', '2026-02-28', 'Europe/Prague', 'America/St_Johns', 'Nowhere'],
  ...[1, true],
);

function shares(isDraft: boolean) {
  const sound = fc.constantFrom<[string, number][]>(
    [
      ['a', 50],
      ['b', 50],
    ],
    [
      ['a', 20],
      ['b', 30.5],
      ['c', 49.5],
    ],
  );
  const odd = fc.array(fc.tuple(fc.constantFrom('a', 'b', 'holdout'), fc.constantFrom(-1, 0, 50, 101)), {
    maxLength: 3,
  });
  return (isDraft ? odd : sound).map((list) => list.map(([id, percent]) => ({ id, name: '', percent })));
}

function delayData({ duration, isDraft }: StepPieces) {
  const time = fc.constantFrom('09:00', '12:00', '23:45', ...(isDraft ? ['', '9', '25:00'] : []));
  const mode = fc.constantFrom(
    'duration' as const,
    'duration' as const,
    'time-of-day' as const,
    'date' as const,
  );
  const weekdays = fc.constantFrom<number[]>([], [], [1], [6, 7]);
  const offsetDays = fc.constantFrom(0, 1, -1, ...(isDraft ? [0.5, 999] : []));
  const own = fc.record({ mode, time, weekdays, attribute: fc.constantFrom('day', 'x'), offsetDays });
  return fc.tuple(duration, own).map(([length, rest]) => ({ ...length, ...rest }));
}

function setAttributeData(isDraft: boolean) {
  const set = fc.record({ mode: fc.constantFrom('set' as const, 'unset' as const), value: written });
  const step = isDraft ? fc.oneof(value, fc.constant(1)) : fc.constantFrom(1, -2);
  const count = fc.record({ mode: fc.constant('increment' as const), value: step });
  return fc.tuple(attribute, fc.oneof(set, set, count)).map(([name, rest]) => ({ attribute: name, ...rest }));
}

export function stepData(pieces: StepPieces) {
  const { isDraft, event, condition, factCondition, key, duration, text, link, name, branchIds } = pieces;
  const filter = fc.option(condition, { freq: 3 });
  const branches = branchIds.chain((ids) =>
    fc.tuple(...ids.map((id) => fc.record({ id: fc.constant(id), name, condition: factCondition }))),
  );
  const path = fc.constantFrom<string[]>([], [], ['x'], ['deep'], ...(isDraft ? [['']] : []));
  const propertyName = fc.constantFrom('x', ...(isDraft ? ['', '__proto__'] : []));
  const saveAs = fc.constantFrom('coupon', ...(isDraft ? ['', 'no name'] : []));
  const none = isDraft ? [null] : [];
  return {
    delay: delayData(pieces),
    'wait-for-event': fc.record({
      ...{ event, filter, key, timeout: duration },
      orEvents: fc.array(fc.record({ event, filter, key }), { maxLength: 2 }),
      lookBack: fc.constantFrom('here' as const, 'entry' as const),
    }),
    'wait-for-condition': fc.record({ condition: factCondition, timeout: duration }),
    branch: fc.record({ branches }),
    'random-split': fc.record({ ways: shares(isDraft) }),
    'experiment-split': fc.record({
      arms: shares(isDraft),
      holdoutPercent: fc.constantFrom(0, 0, 20, ...(isDraft ? [99] : [])),
      phase: fc.constantFrom(1, 2, ...(isDraft ? [0] : [])),
      design: fc.constant(ExperimentDesign.parse({})),
      settled: fc.constant(null),
      paused: fc.constant<string[]>([]),
      shares: fc.constant(null),
      period: fc.constant(1),
    }),
    join: fc.constant({}),
    'go-to': fc.constant({}),
    'start-journey': fc.record({
      journeyId: fc.constantFrom('jrn_1' as const, 'jrn_2' as const, ...none),
      properties: path,
    }),
    'set-attribute': setAttributeData(isDraft),
    tag: fc.record({
      action: fc.constantFrom('add' as const, 'remove' as const),
      tag: fc.constantFrom('vip', 'new', ...(isDraft ? [''] : [])),
    }),
    'emit-event': fc.record({
      name: event,
      properties: fc.array(fc.record({ name: propertyName, value, path }), { maxLength: isDraft ? 3 : 1 }),
    }),
    'call-webhook': fc.record({ url: link, body: name, capture: fc.option(fc.record({ saveAs })) }),
    'issue-coupon': fc.record({ poolId: fc.constantFrom('cpl_1' as const, ...none), saveAs }),
    'create-task': fc.record({
      team: fc.constantFrom('sales' as const, 'support' as const, 'store' as const),
      ...{ title: text, note: name, dueIn: duration },
    }),
    exit: fc.record({ reason: name }),
  };
}
