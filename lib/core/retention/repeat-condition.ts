// The people behind a figure of repeat orders as an ordinary condition, where one can say it.
import type { Condition } from '../condition/condition';
import { cellCondition, type Inexpressible } from './cell-condition';
import { RetentionDefinition } from './definition';
import { periodOfDate } from './period';

export interface RepeatFigure {
  /** orders: at least so many. waited: a second order after at most so many days. cohort: the first order in that month. */
  readonly figure: 'orders' | 'waited' | 'cohort';
  /** A whole number; of a cohort a day of its month, such as 2026-03-17. */
  readonly value: string;
}

/** @param event the name of the event that is an order */
export function repeatCondition(event: string, { figure, value }: RepeatFigure): Condition | Inexpressible {
  if (figure === 'waited') return 'waited';
  if (figure === 'cohort') {
    const definition = RetentionDefinition.parse({ start: { event }, returns: { event }, from: value });
    return cellCondition(definition, {
      period: periodOfDate(value, 'month'),
      column: 0,
      who: 'returned',
      group: null,
    });
  }
  const counted = { operator: 'at-least', count: Number(value) } as const;
  return { type: 'event', event, where: [], ...counted, within: null, sinceEntry: false };
}
