// The values a decision was based on, short enough to be kept with every decision.
import type { Json, JsonObject } from '../json';
import { cutTo } from '../text';
import { type Condition, type Leaf, leavesOf } from './condition';
import { countOf, type Facts, isMember, productValue, skuOf, testedValue } from './evaluate';

const LONGEST_TEXT = 200;

function shortened(value: Json | undefined): Json {
  if (value === undefined) return null;
  if (typeof value === 'string') return cutTo(value, LONGEST_TEXT);
  return typeof value === 'object' && value !== null ? '…' : value;
}

/** The name of what a leaf looks at and the value it has. */
export function testedPair(leaf: Leaf, facts: Facts): readonly [name: string, value: Json] {
  switch (leaf.type) {
    case 'test':
      return [[leaf.subject, ...leaf.path].join('.'), shortened(testedValue(leaf, facts))];
    case 'event':
      return [`event.${leaf.event}`, countOf(leaf, facts)];
    case 'segment':
      return [`segment.${leaf.segmentId}`, leaf.segmentId !== null && isMember(leaf.segmentId, facts)];
    case 'product':
      return [`product.${skuOf(leaf, facts.properties)}.${leaf.field}`, productValue(leaf, facts)];
  }
}

/**
 * What the conditions looked at, by dotted name (`attribute.country`, `property.cart.total`, `event.Bought` for how
 * often, `segment.seg_1`, `product.TEA-1.stock`). A missing value is null; texts are cut to 200 characters, lists and
 * objects are only shown to be there.
 */
export function testedValues(conditions: readonly Condition[], facts: Facts): JsonObject {
  return Object.fromEntries(conditions.flatMap(leavesOf).map((leaf) => testedPair(leaf, facts)));
}
