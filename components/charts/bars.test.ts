import { describe, expect, it } from 'vitest';
import { barsOf, heightsOf } from './bars';
import type { TonedSeries } from './series';

const series = (id: string, values: (number | null)[]): TonedSeries => ({
  id,
  label: id,
  tone: 'accent',
  points: values.map((value) => ({ value })),
});

describe('bars', () => {
  it('share the room of their place', () => {
    const bars = barsOf([series('in', [2]), series('out', [1])], 1, false);
    expect(bars.map(({ x }) => Math.round(x))).toEqual([14, 50]);
    expect(bars.map(({ to }) => to)).toEqual([2, 1]);
  });

  it('are piled up, what is below zero apart', () => {
    const bars = barsOf([series('in', [2]), series('back', [1]), series('out', [-4])], 1, true);
    expect(bars.map(({ from, to }) => [from, to])).toEqual([
      [0, 2],
      [2, 3],
      [0, -4],
    ]);
    expect(heightsOf([series('in', [2]), series('back', [1])], true)).toEqual([2, 3]);
  });

  it('leave out what is not known', () => {
    expect(barsOf([series('in', [null, 1])], 2, false)).toHaveLength(1);
    expect(heightsOf([], false)).toEqual([]);
  });
});
