import { describe, expect, it } from 'vitest';
import { barPlaces, labelled, pointPlaces, valueScale } from './scales';

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
    const even = (count: number) => pointPlaces(Array.from({ length: count }, () => ({ label: '' })));
    expect(labelled(even(10), 5)).toEqual([0, 2, 4, 6, 8]);
    expect(labelled(even(12), 12).length).toBe(12);
    expect(labelled(barPlaces(24), 12).length).toBe(12);
    expect(labelled(barPlaces(4), 4).length).toBe(4);
  });

  it('have no label that would lie over the one before it', () => {
    const uneven = pointPlaces([2, 5, 10, 15, 20, 50, 100].map((at) => ({ label: '', at })));
    expect(labelled(uneven, 12)).toEqual([0, 2, 4, 5, 6]);
    expect(labelled(uneven, 4)).toEqual([0, 6]);
  });

  it('have a label at an end that is far off', () => {
    const at = [...Array.from({ length: 17 }, (_, index) => index), 34];
    const labels = labelled(pointPlaces(at.map((one) => ({ label: '', at: one }))), 12);
    expect(labels.at(-1)).toBe(17);
  });
});
