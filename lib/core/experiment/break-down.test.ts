// Parts of the same people by themselves, and whether the message reached all arms alike.
import { describe, expect, it } from 'vitest';
import { breakDown, deliveryBalance } from './break-down';

const counted = (arm: string, people: number, converted: number, mean = 0, variance = 0) => ({
  ...{ arm, counted: people, converted, mean, variance, second: null },
});

const rate = { measure: 'converted' } as const;

describe('breakDown', () => {
  it('compares within each cell, and adjusts over all that can be read', () => {
    const cells = [
      { cell: 'new', arms: [counted('a', 400, 20), counted('b', 400, 60)] },
      { cell: 'old', arms: [counted('b', 400, 30), counted('a', 400, 29)] },
      { cell: 'few', arms: [counted('a', 99, 20), counted('b', 400, 60)] },
    ];
    const [fresh, old, few] = breakDown(rate, ['a', 'b'], cells);
    expect(fresh).toMatchObject({ cell: 'new', isThin: false });
    expect(fresh?.arms[1]).toMatchObject({ value: 0.15, difference: expect.closeTo(0.1, 10) });
    expect(fresh?.arms[1]?.bounds?.low).toBeGreaterThan(0);
    expect(fresh?.arms[1]?.adjustedP).toBeLessThan(0.001);
    expect(fresh?.arms[0]).toMatchObject({ difference: null, adjustedP: null });
    expect(old?.arms.map(({ arm }) => arm)).toEqual(['a', 'b']);
    expect(old?.arms[1]?.adjustedP).toBeGreaterThan(0.8);
    expect(few?.isThin).toBe(true);
    expect(few?.arms[1]?.adjustedP).toBeNull();
  });

  it('is thin without an arm or without conversions, and has nothing against a holdout alone', () => {
    const [one, none] = breakDown(
      rate,
      ['a', 'b', 'holdout'],
      [
        { cell: 1, arms: [counted('holdout', 400, 60)] },
        { cell: 2, arms: [counted('a', 400, 5), counted('b', 400, 5), counted('holdout', 400, 5)] },
      ],
    );
    expect([one?.isThin, one?.arms[0]?.difference, none?.isThin]).toEqual([true, null, true]);
  });

  it('adds values up, and divides them', () => {
    const arms = [counted('a', 400, 60, 5, 4), counted('b', 400, 60, 6, 4)];
    const [sums] = breakDown({ measure: 'sum' }, ['a', 'b'], [{ cell: '', arms }]);
    expect(sums?.arms.map(({ value }) => value)).toEqual([5, 6]);
    expect(sums?.arms[1]?.adjustedP).toBeLessThan(0.001);
    const second = { mean: 0.5, variance: 0.3, covariance: 1, people: 180 };
    const ratios = arms.map((arm) => ({ ...arm, second }));
    const [ratio] = breakDown({ measure: 'ratio' }, ['a', 'b'], [{ cell: '', arms: ratios }]);
    expect(ratio?.arms.map(({ value }) => value)).toEqual([10, 12]);
  });
});

it('tells when the message did not reach all arms alike', () => {
  expect(
    deliveryBalance([
      { people: 1_000, reached: 990 },
      { people: 1_000, reached: 985 },
    ]),
  ).toBeGreaterThan(0.2);
  expect(
    deliveryBalance([
      { people: 1_000, reached: 990 },
      { people: 1_000, reached: 900 },
    ]),
  ).toBeLessThan(1e-10);
  expect(
    deliveryBalance([
      { people: 10, reached: 10 },
      { people: 10, reached: 10 },
      { people: 0, reached: 0 },
    ]),
  ).toBe(1);
  expect(deliveryBalance([{ people: 10, reached: 5 }])).toBe(1);
  expect(deliveryBalance([])).toBe(1);
});
