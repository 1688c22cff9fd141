// Beating all other arms at once.
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { jointPower, singlePower } from './joint-power';

test('one other arm is beaten as surely as alone, several less surely', () => {
  const power = fc.double({ min: 0.01, max: 0.99, noNaN: true });
  fc.assert(
    fc.property(power, fc.integer({ min: 2, max: 9 }), (single, others) => {
      expect(jointPower(single, 1)).toBeCloseTo(single, 10);
      const joint = jointPower(single, others);
      expect(joint).toBeLessThan(single);
      expect(joint).toBeGreaterThan(single ** others);
      expect(singlePower(joint, others)).toBeCloseTo(single, 9);
    }),
  );
});

test('equal arms lead equally often, and the ends are ends', () => {
  expect(jointPower(0.5, 3)).toBeCloseTo(1 / 4, 10);
  expect([jointPower(0, 2), jointPower(1, 2)]).toEqual([expect.closeTo(0, 9), expect.closeTo(1, 9)]);
});
