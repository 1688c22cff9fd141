// What happens when in a run of the clocks: waits begin, a worker looks, and in between the worker stands still, and the
// clock is set back, jumps ahead and stops.
import type { Random } from './random';
import { changesOf } from './wall-clock';
import { pick, ZONES } from './zoned-customers';

const MINUTE = 60_000;
export const HOUR = 60 * MINUTE;
export const DAY = 24 * HOUR;

export const START = Date.UTC(2027, 8, 20);
const END = START + 430 * DAY;

export type Move =
  /** The worker works everything off. */
  | { readonly kind: 'look'; readonly at: number }
  /** So many waits begin, of a few kinds or of any. */
  | { readonly kind: 'enter'; readonly at: number; readonly count: number; readonly only?: readonly number[] }
  /** Some of the waits for an event get it; `isIdle`: while no worker looks. */
  | { readonly kind: 'answer'; readonly at: number; readonly isIdle?: boolean }
  /** The clock is set back, and this happens once more at times that have been. */
  | { readonly kind: 'back'; readonly at: number; readonly again: readonly Move[] };

interface Span {
  readonly from: number;
  readonly to: number;
}

/** Two hours without a worker, and thirty days that the clock leaps over. */
const STOP: Span = { from: START + 60 * DAY + 59 * MINUTE, to: START + 60 * DAY + 3 * HOUR };
const LEAP: Span = { from: START + 250 * DAY, to: START + 280 * DAY };
const BACK = START + 150 * DAY;
/** Ends of years and the day of leap years. */
const NIGHTS = ['2027-12-31T22:30Z', '2028-02-28T21:15Z', '2028-02-29T12:00Z'].map((text) =>
  Date.parse(text),
);

export const ofRestart = (at: number) => at === STOP.to;
/** Whether no worker may look then. */
export const isWorkless = (at: number) => [STOP, LEAP].some(({ from, to }) => from <= at && at <= to + 1);

/** In the order of time. What would fall into a span without a worker happens behind it. */
export function clockMoves(waits: number, looks: number, random: Random): Move[] {
  const moves = [...entries(waits, random), ...manyLooks(looks), ...setBack(waits)].map((move) => {
    const span = [STOP, LEAP].find(({ from, to }) => from < move.at && move.at < to);
    return span ? { ...move, at: span.to + 1 } : move;
  });
  return [...moves, ...stopped(waits)].sort((a, b) => a.at - b.at);
}

function entries(waits: number, random: Random): Move[] {
  const changes = ZONES.flatMap(changesOf).filter((at) => START + 2 * DAY < at && at < END);
  const portion = Math.max(20, Math.min(1_500, Math.ceil(waits / 40)));
  const moves: Move[] = [];
  for (let left = Math.ceil(waits * 0.85); left > 0; left -= portion) {
    const chance = random();
    const anywhere = START + DAY + random() * 380 * DAY;
    const before = pick(chance < 0.1 ? NIGHTS : changes, random) - random() * 30 * HOUR;
    const at = Math.round(chance < 0.7 ? before : anywhere);
    moves.push({ kind: 'enter', at, count: Math.min(portion, left) });
    moves.push({ kind: 'answer', at: at + 30 * MINUTE }, { kind: 'answer', at: at + 2 * DAY });
  }
  return moves;
}

/** Evenly, and where clocks are changed to the millisecond. Thrice at one time: the clock stands still. */
function manyLooks(looks: number): Move[] {
  const evenly = Array.from({ length: looks }, (_, index) => START + ((index + 1) * (END - START)) / looks);
  const changes = [...new Set(ZONES.flatMap(changesOf))].filter((at) => START < at && at < END);
  const every = Math.ceil((4 * changes.length) / looks);
  const around = changes
    .filter((_, index) => index % every === 0)
    .flatMap((at) => [at - 1, at, at + 30 * MINUTE, at + HOUR]);
  const still = [100, 100, 100].map((days) => START + days * DAY);
  const times = [...evenly, ...around, ...still, LEAP.from, LEAP.to, END];
  return times.map((at) => ({ kind: 'look', at: Math.round(at) }));
}

/** Waits that are all due while the worker stands still, with events coming in meanwhile. */
function stopped(waits: number): Move[] {
  const count = Math.ceil(waits / 100);
  const enters = Array.from({ length: 10 }, (_, index): Move => {
    return { kind: 'enter', at: START + 60 * DAY + index * 5 * MINUTE, count, only: [0, 0, 0, 19] };
  });
  const idle = [70, 95, 130].map((minutes): Move => {
    return { kind: 'answer', at: START + 60 * DAY + minutes * MINUTE, isIdle: true };
  });
  return [...enters, ...idle, { kind: 'look', at: STOP.to }];
}

function setBack(waits: number): Move[] {
  const count = Math.ceil(waits / 20);
  const looks = [-60, -50, -30, 0, 10].map(
    (minutes): Move => ({ kind: 'look', at: BACK + minutes * MINUTE }),
  );
  const enter: Move = { kind: 'enter', at: BACK - HOUR + 1, count, only: [0, 1, 2, 9, 11, 19] };
  return [
    { kind: 'enter', at: BACK - 61 * MINUTE, count },
    { kind: 'back', at: BACK, again: [...looks, enter] },
  ];
}
