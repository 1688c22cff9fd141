// Where values and places lie in a plot: across in percent of its width, so that it fits any screen; down in pixels.
import { scaleLinear } from 'd3-scale';
import type { ChartPlace } from './series';

export interface ValueScale {
  readonly ticks: readonly number[];
  /** The baseline's place, in pixels from the top. */
  readonly zero: number;
  y(value: number): number;
}

/** @param values what is drawn; zero is always in sight. @param isWhole counts have no ticks between two people */
export function valueScale(values: readonly number[], height: number, isWhole: boolean): ValueScale {
  const highest = Math.max(0, ...values);
  const lowest = Math.min(0, ...values);
  const isFlat = highest === lowest;
  const scale = scaleLinear([lowest, isFlat ? 1 : highest], [height, 0]).nice(4);
  const ticks = scale.ticks(4).filter((tick) => !isWhole || Number.isInteger(tick));
  return { ticks, zero: scale(0), y: scale };
}

/** The place of each point from 0 to 100: evenly apart, or by `at` where every place has one. */
export function pointPlaces(places: readonly ChartPlace[]): number[] {
  const positions = places.map(({ at }, index) => at ?? index);
  const first = Math.min(...positions);
  const last = Math.max(...positions);
  return positions.map((at) => (last === first ? 50 : ((at - first) / (last - first)) * 100));
}

/** The middle of each bar's room, from 0 to 100. */
export function barPlaces(count: number): number[] {
  return Array.from({ length: count }, (_, index) => ((index + 0.5) / count) * 100);
}

/**
 * Which places have a label that fits: of many every so manieth, none that would lie over the one before it, and
 * the last where it stands far from the others, such as an end to come.
 */
export function labelled(across: readonly number[], most: number): number[] {
  const step = Math.ceil(across.length / most);
  const apart = 80 / most;
  let last = Number.NEGATIVE_INFINITY;
  return [...across.keys()].filter((index) => {
    const at = across[index] ?? 0;
    const isFarEnd = index === across.length - 1 && at - last >= 2 * apart;
    if (!isFarEnd && (index % step !== 0 || Math.abs(at - last) < apart)) return false;
    last = at;
    return true;
  });
}
