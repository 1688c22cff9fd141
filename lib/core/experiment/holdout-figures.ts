// What marketing was worth in a stretch of time: everybody who got it against those held out, by people who ordered and by revenue.
import type { Interval } from './estimate';
import { estimateRate } from './estimate-rate';
import { incrementality } from './incrementality';
import { type ActiveMoments, withIdle } from './with-idle';

/** What was counted of one side. Moments are of revenue, of those who ordered or sent back. */
export interface HoldoutCount extends ActiveMoments {
  readonly people: number;
  readonly converted: number;
}

interface HoldoutSide {
  readonly people: number;
  readonly converted: number;
  /** Null where nobody is on this side. */
  readonly rate: number | null;
  readonly revenue: number | null;
}

/** Per person and with 95 % bounds of a single look; `extra` is for all people who got marketing. */
interface HoldoutGain {
  readonly difference: number;
  readonly bounds: Interval;
  readonly lift: number | null;
  readonly liftBounds: Interval | null;
  readonly extra: number;
  readonly extraBounds: Interval;
  /** The part of what they did that they would not have done. */
  readonly share: number | null;
  readonly isDistinguishable: boolean;
}

export interface HoldoutFigures {
  readonly heldOut: HoldoutSide;
  readonly treated: HoldoutSide;
  /** Null with fewer than two people on a side. */
  readonly orders: HoldoutGain | null;
  readonly revenue: HoldoutGain | null;
  /** Fewer than 100 people on a side, or 25 who ordered on both together: nothing may be concluded yet. */
  readonly isThin: boolean;
}

const LEAST_PEOPLE = 100;
const LEAST_CONVERSIONS = 25;

export function holdoutFigures(heldOut: HoldoutCount, treated: HoldoutCount): HoldoutFigures {
  const isThin =
    Math.min(heldOut.people, treated.people) < LEAST_PEOPLE ||
    heldOut.converted + treated.converted < LEAST_CONVERSIONS;
  const rateOf = ({ converted, people }: HoldoutCount) => estimateRate(converted, people);
  const sumOf = (side: HoldoutCount) => withIdle(side.people, side);
  return {
    heldOut: sideOf(heldOut),
    treated: sideOf(treated),
    orders: gainOf(incrementality(rateOf(heldOut), rateOf(treated))),
    revenue: gainOf(incrementality(sumOf(heldOut), sumOf(treated))),
    isThin,
  };
}

function sideOf(side: HoldoutCount): HoldoutSide {
  const { people, converted } = side;
  if (people === 0) return { people, converted, rate: null, revenue: null };
  return { people, converted, rate: converted / people, revenue: withIdle(people, side).value };
}

function gainOf(found: ReturnType<typeof incrementality>): HoldoutGain | null {
  if (found === null) return null;
  const { difference, interval, lift, extra, extraInterval, share, isDistinguishable } = found;
  return {
    ...{ difference: difference.value, bounds: interval, lift: lift?.value ?? null },
    ...{ liftBounds: lift?.interval ?? null, extra, extraBounds: extraInterval, share, isDistinguishable },
  };
}
