// What followed what.
import { describe, expect, test } from 'vitest';
import { SequenceTest } from './condition';
import { evaluate, type PastEvent } from './evaluate';
import { nextChangeAt } from './next-change';

const HOUR = 3_600_000;
const NOW = 1_000 * HOUR;

const did = (name: string, hoursAgo: number, properties: PastEvent['properties'] = {}): PastEvent => {
  const at = NOW - hoursAgo * HOUR;
  return { name, messageId: `${name} ${hoursAgo}`, properties, at, receivedAt: at };
};

const asking = (change: Partial<SequenceTest>) =>
  SequenceTest.parse({
    ...{ type: 'sequence', first: { event: 'Basket' }, next: { event: 'Bought' } },
    ...{ within: { amount: 3, unit: 'hours' }, ...change },
  });

const facts = (past: readonly PastEvent[]) => ({ attributes: {}, properties: {}, now: NOW, past });

const holds = (change: Partial<SequenceTest>, ...past: PastEvent[]) => evaluate(asking(change), facts(past));

function inHours(change: Partial<SequenceTest>, ...past: PastEvent[]): number | null {
  const instant = nextChangeAt(asking(change), facts(past));
  return instant === null ? null : (instant - NOW) / HOUR;
}

const alone = { isFollowed: false };

describe('one thing and then another', () => {
  test('in this order, and in time', () => {
    expect(holds({}, did('Basket', 5), did('Bought', 3))).toBe(true);
    expect(holds({}, did('Basket', 5), did('Bought', 2))).toBe(false);
    expect(holds({}, did('Basket', 5), did('Bought', 6))).toBe(false);
    expect(holds({}, did('Basket', 5), did('Bought', 5))).toBe(false);
    expect(holds({}, did('Basket', 50), did('Basket', 5), did('Bought', 3))).toBe(true);
  });

  test('each with its own properties', () => {
    const where: SequenceTest['first']['where'] = [
      { type: 'test', subject: 'property', path: ['total'], operator: 'at-least', value: 50 },
    ];
    const rich = { first: { event: 'Basket', where } };
    expect(holds(rich, did('Basket', 5, { total: 60 }), did('Bought', 3))).toBe(true);
    expect(holds(rich, did('Basket', 5, { total: 40 }), did('Bought', 3))).toBe(false);
  });

  test('may be the same thing twice', () => {
    const twice = { next: { event: 'Basket', where: [] } };
    expect(holds(twice, did('Basket', 5))).toBe(false);
    expect(holds(twice, did('Basket', 5), did('Basket', 4))).toBe(true);
  });

  test('is not begun too long ago', () => {
    const recent = { lookBack: { amount: 4, unit: 'hours' as const } };
    expect(holds(recent, did('Basket', 4), did('Bought', 3))).toBe(false);
    expect(holds(recent, did('Basket', 3.5), did('Bought', 3))).toBe(true);
    expect(inHours(recent, did('Basket', 3.5), did('Bought', 3))).toBe(0.5);
    expect(inHours({}, did('Basket', 3.5), did('Bought', 3))).toBe(null);
  });

  test('of which one is not chosen holds for nobody', () => {
    expect(holds({ first: { event: '', where: [] } }, did('', 5), did('Bought', 4))).toBe(false);
    expect(holds({ next: { event: '', where: [] } }, did('Basket', 5), did('', 4))).toBe(false);
    expect(holds({ ...alone, next: { event: '', where: [] } }, did('Basket', 5))).toBe(false);
  });
});

describe('one thing and then not another', () => {
  test('is known when the time is over', () => {
    expect(holds(alone, did('Basket', 3))).toBe(true);
    expect(holds(alone, did('Basket', 2))).toBe(false);
    expect(inHours(alone, did('Basket', 2))).toBe(1);
    expect(holds(alone, did('Basket', 5), did('Bought', 3))).toBe(false);
    expect(inHours(alone, did('Basket', 5), did('Bought', 3))).toBe(null);
    expect(holds(alone, did('Basket', 9), did('Basket', 5), did('Bought', 3))).toBe(true);
    expect(holds(alone)).toBe(false);
  });
});
