import { describe, expect, it } from 'vitest';
import { Condition } from '../condition/condition';
import { cellCondition, type RetentionCellRef } from './cell-condition';
import { RetentionDefinition } from './definition';
import { repeatCondition } from './repeat-condition';

const order = { event: 'Order Completed' };
const definition = (more: object = {}) =>
  RetentionDefinition.parse({ start: order, returns: order, from: '2026-01-01', ...more });
const cell = (more: Partial<RetentionCellRef> = {}): RetentionCellRef => ({
  ...{ period: '2026-01-01', column: 1, who: 'returned', group: null, ...more },
});
const told = (condition: Condition | string) =>
  typeof condition === 'string'
    ? condition
    : JSON.stringify(condition).match(/"(from|to)":"[^"]*"|"operator":"[^"]*"|"type":"(all|none)"/g);

describe('a cell as a condition', () => {
  it('is a first order in one month and another order in a later one', () => {
    const condition = cellCondition(definition(), cell({ column: 2 }));
    expect(Condition.safeParse(condition).success).toBe(true);
    expect(condition).toMatchObject({
      type: 'all',
      of: [
        { event: 'Order Completed', count: 1, between: { from: '2026-01-01', to: '2026-01-31' } },
        { operator: 'equals', count: 0, between: { from: '', to: '2025-12-31' } },
        { count: 1, between: { from: '2026-03-01', to: '2026-03-31' } },
      ],
    });
  });

  it('asks nothing about earlier times where cohorts recur, and has no end where a measure has none', () => {
    const recurring = definition({ cohort: 'recurring', measure: 'on-or-after', unit: 'week' });
    expect(cellCondition(recurring, cell({ period: '2026-01-05' }))).toMatchObject({
      of: [
        { between: { from: '2026-01-05', to: '2026-01-11' } },
        { between: { from: '2026-01-12', to: '' } },
      ],
    });
  });

  it('is the whole cohort in column 0, and the rest of it where asked for', () => {
    expect(told(cellCondition(definition(), cell({ column: 0 })))).toHaveLength(7);
    const whole = cellCondition(definition(), cell({ column: 0 }));
    expect(cellCondition(definition(), cell({ who: 'everybody' }))).toEqual(whole);
    expect(
      cellCondition(definition({ measure: 'brackets', brackets: [[1, 2]] }), cell({ who: 'everybody' })),
    ).toEqual(whole);
    expect(cellCondition(definition({ clock: 'elapsed' }), cell({ who: 'everybody' }))).toEqual(whole);
    expect(cellCondition(definition(), cell({ who: 'missing' }))).toMatchObject({
      of: [{}, {}, { type: 'none', of: [{ between: { from: '2026-02-01', to: '2026-02-28' } }] }],
    });
  });

  it('says why where no condition can say it', () => {
    expect(cellCondition(definition({ clock: 'elapsed' }), cell())).toBe('elapsed');
    expect(cellCondition(definition(), cell({ group: 'seg_a' }))).toBe('group');
    expect(cellCondition(definition(), cell({ period: null }))).toBe('average');
    const within = definition({ measure: 'brackets', brackets: [[0, 0]] });
    expect(cellCondition(within, cell({ column: 0 }))).toBe('period-zero');
    expect(told(cellCondition(within, cell({ column: 7 })))).toBe('period-zero');
  });
});

describe('a figure of repeat orders as a condition', () => {
  it('is so many orders, or the month of the first one', () => {
    const twice = repeatCondition('Order Completed', { figure: 'orders', value: '2' });
    expect(Condition.safeParse(twice).success).toBe(true);
    expect(twice).toMatchObject({ event: 'Order Completed', operator: 'at-least', count: 2, within: null });
    expect(repeatCondition('Order Completed', { figure: 'cohort', value: '2026-02-17' })).toMatchObject({
      of: [
        { count: 1, between: { from: '2026-02-01', to: '2026-02-28' } },
        { operator: 'equals', count: 0, between: { to: '2026-01-31' } },
      ],
    });
  });

  it('cannot be how long somebody waited', () => {
    expect(repeatCondition('Order Completed', { figure: 'waited', value: '30' })).toBe('waited');
  });
});
