// Lines turn at right angles only, reach both ends, and follow a card that was moved.
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { corners, follow, pathThrough } from './route';

const point = fc.record({ x: fc.integer({ min: -900, max: 900 }), y: fc.integer({ min: -900, max: 900 }) });
const course = fc.record({ label: point, pastY: fc.integer(), laneX: fc.integer() });

test('a line is straight where both boxes stand in one column', () => {
  const path = corners({ x: 0, y: 0 }, { x: 0, y: 80 }, { label: { x: 0, y: 40 }, pastY: 60, laneX: 0 });
  expect(pathThrough(path)).toBe('M0 0 L0 80');
});

test('a corner is rounded, by half its shorter side at most', () => {
  const path = pathThrough([
    { x: 0, y: 0 },
    { x: 0, y: 8 },
    { x: 100, y: 8 },
  ]);
  expect(path).toBe('M0 0 L0 4 Q0 8 4 8 L100 8');
});

test('every stretch is level or upright, and the ends are the ends', () => {
  fc.assert(
    fc.property(point, point, course, (start, end, way) => {
      const path = corners(start, end, way);
      for (const [index, { x, y }] of path.entries()) {
        const next = path[index + 1];
        if (next) expect(x === next.x || y === next.y).toBe(true);
      }
      if (start.x !== end.x || start.y !== end.y) expect([path[0], path.at(-1)]).toEqual([start, end]);
    }),
  );
});

test('a label stays above the card it leads to', () => {
  const start = { from: { x: 0, y: 0 }, to: { x: 0, y: 0 } };
  const end = { from: { x: 200, y: 100 }, to: { x: 260, y: 140 } };
  const way = { label: { x: 200, y: 50 }, pastY: 70, laneX: 200 };
  expect(follow(way, start, end)).toEqual({ label: { x: 260, y: 70 }, pastY: 90, laneX: 260 });
});

test('a label stays below the card it comes from', () => {
  const start = { from: { x: 0, y: 0 }, to: { x: -40, y: 0 } };
  const end = { from: { x: 200, y: 100 }, to: { x: 200, y: 100 } };
  expect(follow({ label: { x: 0, y: 50 }, pastY: 70, laneX: 0 }, start, end).label.x).toBe(-40);
});

test('nothing moves where no card was moved', () => {
  fc.assert(
    fc.property(point, point, course, (start, end, way) => {
      expect(follow(way, { from: start, to: start }, { from: end, to: end })).toEqual(way);
    }),
  );
});
