// The values a decision was based on, short enough to be kept with every decision.
import type { Json, JsonObject } from '../json';
import { cutTo } from '../text';
import { type Condition, type EventTest, type Leaf, leavesOf, type ProductTest } from './condition';
import { evaluate, type Facts, isMember, productValue, skuOf } from './evaluate';
import { amountOf } from './event-test';
import { consentOf, isInArm, messageCount, standsSo } from './record-test';
import { testedValue } from './value-test';

const LONGEST_TEXT = 200;

function shortened(value: Json | undefined): Json {
  if (value === undefined) return null;
  if (typeof value === 'string') return cutTo(value, LONGEST_TEXT);
  return typeof value === 'object' && value !== null ? '…' : value;
}

/** The SKU, or where there is none the property that should have held it. */
function skuName(test: ProductTest, facts: Facts): string {
  return skuOf(test, facts.properties) ?? ['property', ...test.path].join('.');
}

/** The event, with what is measured of it where it is not counted: `event.Bought.sum.total`. */
function eventName({ event, measure }: EventTest): string {
  return ['event', event, ...(measure === undefined ? [] : [measure.of, ...measure.property])].join('.');
}

/** The name of what a leaf looks at and the value it has. */
export function testedPair(leaf: Leaf, facts: Facts): readonly [name: string, value: Json] {
  switch (leaf.type) {
    case 'test':
    case 'date':
      return [[leaf.subject, ...leaf.path].join('.'), shortened(testedValue(leaf, facts))];
    case 'sequence':
      return [`sequence.${leaf.first.event}.${leaf.next.event}`, evaluate(leaf, facts)];
    case 'consent':
      return [`consent.${leaf.channel}`, consentOf(leaf, facts)];
    case 'journey':
      return [`journey.${leaf.journeyId ?? ''}.${leaf.state}`, standsSo(leaf, facts)];
    case 'message':
      return [`message.${leaf.outcome}`, messageCount(leaf, facts)];
    case 'arm':
      return [`arm.${leaf.nodeId ?? ''}.${leaf.arm}`, isInArm(leaf, facts)];
    case 'sample':
      return [`sample.${leaf.salt}`, evaluate(leaf, facts)];
    case 'event':
      return [eventName(leaf), amountOf(leaf, facts)];
    case 'segment':
      return [`segment.${leaf.segmentId ?? ''}`, leaf.segmentId !== null && isMember(leaf.segmentId, facts)];
    case 'product':
      return [`product.${skuName(leaf, facts)}.${leaf.field}`, productValue(leaf, facts)];
  }
}

/** The name, or where another value already has it (one event in two windows) the name with a number. */
function freeName(values: ReadonlyMap<string, Json>, name: string, value: Json): string {
  let free = name;
  for (let number = 2; values.has(free) && values.get(free) !== value; number += 1)
    free = `${name} ${number}`;
  return free;
}

/**
 * What the conditions looked at, by dotted name (`attribute.country`, `property.cart.total`, `event.Bought` for how
 * often, `segment.seg_1`, `product.TEA-1.stock`). A missing value is null; texts are cut to 200 characters, lists and
 * objects are only shown to be there. Two values of one name are told apart by a number: `event.Bought 2`.
 */
export function testedValues(conditions: readonly Condition[], facts: Facts): JsonObject {
  const values = new Map<string, Json>();
  for (const leaf of conditions.flatMap(leavesOf)) {
    const [name, value] = testedPair(leaf, facts);
    values.set(freeName(values, name, value), value);
  }
  return Object.fromEntries(values);
}
