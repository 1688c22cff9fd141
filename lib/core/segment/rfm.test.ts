// Scores share ties, and every ready condition selects exactly those whom it counts.
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { evaluate } from '../condition/evaluate';
import {
  channelConditions,
  channelKeys,
  LONGEST_DAYS,
  lifecycleKeys,
  ORDER,
  readySegments,
  rfmGroup,
  rfmKeys,
} from './ready-segments';
import { type BuyerCell, frequencyScore, recencyScore, rfmBounds, scores } from './rfm';

const DAY = 86_400_000;
const now = Date.parse('2026-03-01T12:00:00Z');

const cell = (days: number, orders: number, people = 1): BuyerCell => ({
  days,
  orders,
  people,
  revenue: people,
});

/** Orders of one buyer of the cell: the last one so many days and half a day ago, all others before it. */
function historyOf({ days, orders }: BuyerCell) {
  return Array.from({ length: orders }, (_, index) => {
    const at = now - (days + 0.5 + index * 400) * DAY;
    return { name: ORDER, messageId: `${index}`, properties: {}, at, receivedAt: at };
  });
}

const arbitraryCells = fc.array(
  fc.record({
    days: fc.integer({ min: 0, max: LONGEST_DAYS }),
    orders: fc.integer({ min: 1, max: 12 }),
    people: fc.integer({ min: 1, max: 50 }),
    revenue: fc.integer({ min: 0, max: 1000 }),
  }),
  { minLength: 1, maxLength: 20 },
);

test('buyers alike share a score, however many they are', () => {
  const bounds = rfmBounds([cell(0, 1, 1493), cell(0, 2, 835), cell(0, 5, 2010)]);
  expect(frequencyScore(bounds, 1)).toBe(1);
  expect(frequencyScore(bounds, 2)).toBe(2);
  expect(frequencyScore(bounds, 5)).toBe(3);
  expect(bounds.orders).toEqual({ 1: 1, 2: 2, 3: 5, 4: null, 5: null });
});

test('a score is one more than five times the share of those strictly lower', () => {
  fc.assert(
    fc.property(arbitraryCells, (cells) => {
      const bounds = rfmBounds(cells);
      const total = cells.reduce((sum, { people }) => sum + people, 0);
      const share = (isLower: (other: BuyerCell) => boolean) =>
        1 + Math.floor((5 * cells.filter(isLower).reduce((sum, { people }) => sum + people, 0)) / total);
      for (const { days, orders } of cells) {
        expect(recencyScore(bounds, days)).toBe(share((other) => other.days > days));
        expect(frequencyScore(bounds, orders)).toBe(share((other) => other.orders < orders));
      }
    }),
  );
});

test('each buyer is in one group and one stage, and in those whose condition holds for them', () => {
  fc.assert(
    fc.property(arbitraryCells, (cells) => {
      const bounds = rfmBounds(cells);
      const ready = readySegments(cells, bounds);
      for (const one of cells) {
        const facts = { attributes: {}, properties: {}, now, past: historyOf(one) };
        const fulfilled = ready.filter(({ condition }) => evaluate(condition, facts));
        expect(fulfilled.map(({ family }) => family)).toEqual(['rfm', 'lifecycle']);
        const group = rfmGroup(recencyScore(bounds, one.days), frequencyScore(bounds, one.orders));
        expect(fulfilled[0]?.key).toBe(group);
      }
      const people = cells.reduce((sum, cell) => sum + cell.people, 0);
      for (const family of ['rfm', 'lifecycle']) {
        const of = ready.filter((segment) => segment.family === family);
        expect(of.reduce((sum, segment) => sum + segment.people, 0)).toBe(people);
      }
    }),
    { numRuns: 200 },
  );
});

test('whoever never bought is in none of them', () => {
  const cells = [cell(3, 1), cell(40, 2), cell(200, 5)];
  const facts = { attributes: {}, properties: {}, now, past: [] };
  for (const { condition } of readySegments(cells, rfmBounds(cells))) {
    expect(evaluate(condition, facts)).toBe(false);
  }
});

test('everybody prefers exactly one choice of channels', () => {
  const states = ['opted-in', 'opted-out', undefined] as const;
  for (const email of states) {
    for (const sms of states) {
      const consents = { ...(email && { email }), ...(sms && { sms }) };
      const facts = {
        attributes: {},
        properties: {},
        records: { consents, passages: [], messages: [], arms: [] },
      };
      const held = channelKeys.filter((key) => evaluate(channelConditions[key], facts));
      expect(held).toHaveLength(1);
    }
  }
});

test('the groups cover all twenty-five pairs of scores', () => {
  const met = new Set(scores.flatMap((recency) => scores.map((frequency) => rfmGroup(recency, frequency))));
  expect([...met].sort()).toEqual([...rfmKeys].sort());
});

test('a shop without buyers has stages without people, and no groups', () => {
  const ready = readySegments([], rfmBounds([]));
  expect(ready.map(({ key, people }) => `${key} ${people}`)).toEqual(lifecycleKeys.map((key) => `${key} 0`));
});
