// Chance that repeats: the same seed throws the same numbers on every machine, so the demo shop is the same everywhere.
import { hash53 } from '@/lib/core/hash';

export interface Dice {
  /** A number in [0, 1). */
  next(): number;
  chance(probability: number): boolean;
  /** A whole number from `low` to `high`, both included. */
  int(low: number, high: number): number;
  between(low: number, high: number): number;
  /** A waiting time with this mean: most are short, a few are long. */
  wait(mean: number): number;
  pick<Item>(items: readonly [Item, ...Item[]]): Item;
  /** An item as often as its weight says. */
  weighted<Item>(items: readonly [Item, ...Item[]], weightOf: (item: Item) => number): Item;
  hex(length: number): string;
  /** Dice of its own for a part of the work, so that more throws here change nothing there. */
  fork(label: string): Dice;
}

export function diceOf(seed: string): Dice {
  const next = mulberry32(hash53(seed) >>> 0);
  const int = (low: number, high: number) => low + Math.floor(next() * (high - low + 1));
  return {
    next,
    chance: (probability) => next() < probability,
    int,
    between: (low, high) => low + next() * (high - low),
    wait: (mean) => -Math.log(1 - next()) * mean,
    pick: (items) => items[int(0, items.length - 1)] ?? items[0],
    weighted: (items, weightOf) => weighted(next(), items, weightOf),
    hex: (length) => Array.from({ length }, () => int(0, 15).toString(16)).join(''),
    fork: (label) => diceOf(`${seed}/${label}`),
  };
}

/** Mulberry32 by Tommy Ettinger, public domain. */
function mulberry32(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4294967296;
  };
}

function weighted<Item>(
  chance: number,
  items: readonly [Item, ...Item[]],
  weightOf: (item: Item) => number,
): Item {
  const whole = items.reduce((sum, item) => sum + weightOf(item), 0);
  let left = chance * whole;
  for (const item of items) {
    left -= weightOf(item);
    if (left < 0) return item;
  }
  return items[0];
}
