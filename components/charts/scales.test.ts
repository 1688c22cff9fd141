import { describe, expect, it } from 'vitest';
import { barPlaces, isLabelled, pointPlaces, valueScale } from './scales';

describe('the value scale', () => {
  it('has zero in sight, and room above for what is drawn', () => {
    const scale = valueScale([3, 9], 100, true);
    expect(scale.zero).toBe(100);
    expect(scale.y(9)).toBeGreaterThanOrEqual(0);
    expect(scale.ticks).toContain(0);
  });

  it('shows what is below zero', () => {
    const scale = valueScale([-0.2, 0.1], 100, false);
    expect(scale.y(-0.2)).toBeLessThanOrEqual(100);
    expect(scale.zero).toBeLessThan(100);
  });

  it('has a height where everything is zero, or nothing is there', () => {
    expect(valueScale([0, 0], 100, false).zero).toBe(100);
    expect(valueScale([], 100, false).y(0)).toBe(100);
  });

  it('has no ticks between two people', () => {
    expect(valueScale([1], 100, true).ticks).toEqual([0, 1]);
  });
});

describe('places', () => {
  it('lie from edge to edge, evenly or where they say', () => {
    expect(pointPlaces([{ label: 'a' }, { label: 'b' }, { label: 'c' }])).toEqual([0, 50, 100]);
    expect(
      pointPlaces([
        { label: 'a', at: 2 },
        { label: 'b', at: 3 },
        { label: 'c', at: 6 },
      ]),
    ).toEqual([0, 25, 100]);
  });

  it('stand in the middle where there is one', () => {
    expect(pointPlaces([{ label: 'a' }])).toEqual([50]);
    expect(barPlaces(2)).toEqual([25, 75]);
  });

  it('are labelled as far as labels fit', () => {
    const labelled = Array.from({ length: 10 }, (_, index) => isLabelled(index, 10, 5));
    expect(labelled.filter(Boolean)).toHaveLength(5);
  });
});
