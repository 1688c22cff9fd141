// Ready segments of buyers: conditions like any other, with the shop's own bounds as numbers in them.
import { type Condition, type ConsentTest, EventTest } from '../condition/condition';
import { type Bounds, type BuyerCell, frequencyScore, recencyScore, type Score } from './rfm';

export const ORDER = 'Order Completed';
/** A condition looks back no further; whoever bought longer ago is alike. */
export const LONGEST_DAYS = 365;

export const rfmKeys = ['champions', 'loyal', 'recent', 'needs-attention', 'at-risk', 'inactive'] as const;
export const lifecycleKeys = ['new', 'active', 'faithful', 'drifting', 'lapsed'] as const;

export interface ReadySegment {
  readonly family: 'rfm' | 'lifecycle';
  readonly key: (typeof rfmKeys)[number] | (typeof lifecycleKeys)[number];
  readonly condition: Condition;
  readonly people: number;
  readonly revenue: number;
}

type Range = readonly [from: Score, to: Score];

/** Every pair of scores lies in exactly one of these. */
const groups: Readonly<
  Record<(typeof rfmKeys)[number], readonly (readonly [recency: Range, frequency: Range])[]>
> = {
  champions: [
    [
      [4, 5],
      [4, 5],
    ],
  ],
  loyal: [
    [
      [4, 5],
      [3, 3],
    ],
    [
      [3, 3],
      [3, 5],
    ],
  ],
  recent: [
    [
      [4, 5],
      [1, 2],
    ],
  ],
  'needs-attention': [
    [
      [3, 3],
      [1, 2],
    ],
  ],
  'at-risk': [
    [
      [1, 2],
      [3, 5],
    ],
  ],
  inactive: [
    [
      [1, 2],
      [1, 2],
    ],
  ],
};

const above = { 1: 2, 2: 3, 3: 4, 4: 5 } as const;

const within = (score: Score, [from, to]: Range) => score >= from && score <= to;

/** The named group of a pair of scores. */
export function rfmGroup(recency: Score, frequency: Score): (typeof rfmKeys)[number] {
  const isIn = (key: (typeof rfmKeys)[number]) =>
    groups[key].some(([r, f]) => within(recency, r) && within(frequency, f));
  return rfmKeys.filter(isIn).reduce((_, key) => key, rfmKeys[5]);
}

const ordered = (operator: EventTest['operator'], count: number): EventTest =>
  EventTest.parse({ type: 'event', event: ORDER, operator, count });

const orderedWithin = (days: number, operator: EventTest['operator'] = 'at-least', count = 1): EventTest => ({
  ...ordered(operator, count),
  within: { amount: days, unit: 'days' },
});

const all = (...of: Condition[]): Condition => ({ type: 'all', of });
const not = (...of: Condition[]): Condition => ({ type: 'none', of });

/** Of buyers: those whose last order lies so many whole days back or less. Window bounds exclude their first moment. */
function recencyParts({ days }: Bounds, [from, to]: Range): Condition[] | null {
  const most = days[from];
  if (most === null) return null;
  const next = to === 5 ? null : days[above[to]];
  return [
    ...(from === 1 || most >= LONGEST_DAYS ? [] : [orderedWithin(most + 1)]),
    ...(next === null ? [] : [not(orderedWithin(Math.min(next + 1, LONGEST_DAYS)))]),
  ];
}

function frequencyParts({ orders }: Bounds, [from, to]: Range): Condition[] | null {
  const least = orders[from];
  if (least === null) return null;
  const next = to === 5 ? null : orders[above[to]];
  return [ordered('at-least', Math.max(1, least)), ...(next === null ? [] : [ordered('less-than', next)])];
}

/** Null where nobody has such scores in this shop. */
export function rfmCondition(bounds: Bounds, recency: Range, frequency: Range): Condition | null {
  const parts = [frequencyParts(bounds, frequency), recencyParts(bounds, recency)];
  return parts.every((part) => part !== null) ? all(...parts.flat()) : null;
}

const lifecycle: Readonly<Record<(typeof lifecycleKeys)[number], Condition>> = {
  new: all(ordered('equals', 1), orderedWithin(30)),
  active: all(orderedWithin(90), ordered('at-most', 3), not(all(ordered('equals', 1), orderedWithin(30)))),
  faithful: all(orderedWithin(90), ordered('at-least', 4)),
  drifting: all(orderedWithin(180), not(orderedWithin(90))),
  lapsed: all(ordered('at-least', 1), not(orderedWithin(180))),
};

function lifecycleOf({ days, orders }: BuyerCell): (typeof lifecycleKeys)[number] {
  if (days >= 180) return 'lapsed';
  if (days >= 90) return 'drifting';
  if (orders >= 4) return 'faithful';
  return orders === 1 && days < 30 ? 'new' : 'active';
}

const agreed = (channel: ConsentTest['channel']): ConsentTest => ({
  type: 'consent',
  channel,
  state: 'opted-in',
});

export const channelKeys = ['email-only', 'sms-only', 'both-channels', 'no-channel'] as const;

/** Which channels customers prefer, by what they agreed to. Everybody is in exactly one. */
export const channelConditions: Readonly<Record<(typeof channelKeys)[number], Condition>> = {
  'email-only': all(agreed('email'), not(agreed('sms'))),
  'sms-only': all(agreed('sms'), not(agreed('email'))),
  'both-channels': all(agreed('email'), agreed('sms')),
  'no-channel': not(agreed('email'), agreed('sms')),
};

/** All of them that somebody could be in, with how many buyers are and what those spent. */
export function readySegments(cells: readonly BuyerCell[], bounds: Bounds): ReadySegment[] {
  const sum = (isIn: (cell: BuyerCell) => boolean) => {
    const of = cells.filter(isIn);
    const total = (pick: (cell: BuyerCell) => number) => of.reduce((held, cell) => held + pick(cell), 0);
    return { people: total(({ people }) => people), revenue: total(({ revenue }) => revenue) };
  };
  const rfm = rfmKeys.flatMap((key) => {
    const parts = groups[key].map(([r, f]) => rfmCondition(bounds, r, f)).filter((part) => part !== null);
    if (parts.length === 0) return [];
    const condition: Condition = parts.length === 1 && parts[0] ? parts[0] : { type: 'any', of: parts };
    const isIn = (cell: BuyerCell) =>
      rfmGroup(recencyScore(bounds, cell.days), frequencyScore(bounds, cell.orders)) === key;
    return [{ family: 'rfm' as const, key, condition, ...sum(isIn) }];
  });
  const stages = lifecycleKeys.map((key) => ({
    ...{ family: 'lifecycle' as const, key, condition: lifecycle[key] },
    ...sum((cell) => lifecycleOf(cell) === key),
  }));
  return [...rfm, ...stages];
}
