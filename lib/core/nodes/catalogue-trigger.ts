// Entry: a product the customer has shown interest in gets cheaper, is back in stock, or is nearly sold out.
import { z } from 'zod';
import { Path } from '../condition/condition';
import { defineNode } from './define-node';
import { entryExits, propertyTest, signalRule } from './entry-rule';
import { EventName } from './event-match';
import { nodeError } from './node-error';

/** As many days back as anybody's interest may be asked for. */
const MOST_DAYS = 365;

const Data = z.strictObject({
  kind: z.enum(['price-drop', 'back-in-stock', 'low-stock']).default('price-drop'),
  /** What shows the interest: an event, and the property of it that holds the SKU. */
  event: EventName,
  path: Path.default(['product_id']),
  /** Only interest of the last days counts. */
  withinDays: z.number().default(30),
  /** price-drop only: a smaller drop lets nobody in. */
  minDropPercent: z.number().default(0),
});

type Data = z.infer<typeof Data>;

function testsOf({ kind, minDropPercent }: Data) {
  const isKind = propertyTest('kind', 'equals', kind);
  const isAsked = kind === 'price-drop' && minDropPercent > 0;
  return isAsked ? [isKind, propertyTest('drop_percent', 'at-least', minDropPercent)] : [isKind];
}

const isWhole = (number: number, least: number, most: number) =>
  Number.isInteger(number) && number >= least && number <= most;

/** Who tells of changes in the catalogue finds the customers by `event`, `path` and `withinDays`. */
export const catalogueTrigger = defineNode({
  type: 'catalogue-trigger',
  family: 'entry',
  data: Data,
  waits: false,
  rule: (data) => [signalRule({ event: 'product-changed', tests: testsOf(data) })],
  exits: entryExits,
  compile: ({ kind, event, path, withinDays, minDropPercent }) => [
    ...(event.trim() === '' ? [nodeError('empty-event-name', 'event')] : []),
    ...(path.length === 0 || path.includes('') ? [nodeError('incomplete-condition', 'path')] : []),
    ...(isWhole(withinDays, 1, MOST_DAYS)
      ? []
      : [nodeError('bad-number', 'withinDays', { least: 1, most: MOST_DAYS })]),
    ...(kind !== 'price-drop' || (minDropPercent >= 0 && minDropPercent <= 99)
      ? []
      : [nodeError('bad-number', 'minDropPercent', { least: 0, most: 99 })]),
  ],
  step: ({ kind }, { enrollment }) => {
    const { sku = null } = enrollment.trigger.properties;
    return { kind: 'go', exit: 'next', code: 'entered', inputs: { event: 'product-changed', kind, sku } };
  },
});
