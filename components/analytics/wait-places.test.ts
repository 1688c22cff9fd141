import { describe, expect, it } from 'vitest';
import { waitPlaces } from './wait-places';

const wait = (day: number, share: number) => ({
  day,
  share,
  low: share,
  high: share,
  atRisk: 1,
  returned: 1,
});

describe('the days of a waiting curve', () => {
  it('begin at nothing and stay where the last step left them', () => {
    expect(waitPlaces([wait(1, 0.2), wait(3, 0.5)]).map(({ day, share }) => [day, share])).toEqual([
      [0, 0],
      [1, 0.2],
      [2, 0.2],
      [3, 0.5],
    ]);
  });

  it('are few, and reach the last step', () => {
    const places = waitPlaces([wait(10, 0.2), wait(371, 0.5)]);
    expect(places.length).toBeLessThan(45);
    expect(places.at(-1)?.share).toBe(0.5);
  });

  it('are none where nobody ordered again', () => {
    expect(waitPlaces([])).toEqual([]);
  });
});
