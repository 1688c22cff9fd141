// Whether a condition holds for one customer and one event, in memory. Its SQL twin must agree with it.
import type { JsonObject } from '../json';
import { valueAt } from '../json';
import { comparisons } from './compare';
import { type Condition, isGroup, type Leaf, type ProductTest } from './condition';
import { doesDateHold } from './date-test';
import { doesEventHold } from './event-test';
import { consentOf, doesArmHold, doesJourneyHold, doesMessageHold, type Records } from './record-test';
import { isSampled } from './sample-test';
import { doesSequenceHold } from './sequence-test';
import { doesValueHold } from './value-test';

/** Something the customer did earlier: when it happened, and when it reached us (ms). */
export interface PastEvent {
  readonly name: string;
  readonly messageId: string;
  readonly properties: JsonObject;
  readonly at: number;
  readonly receivedAt: number;
}

/** What the catalogue says of a product: pieces left, and the price in minor units. */
export interface Product {
  readonly stock: number;
  readonly price: number;
}

/** What a condition may look at, at one moment. What is left out is empty, and nothing that needs it holds. */
export interface Facts {
  /** Who it is about; nobody is in a sample where that is left out. */
  readonly customerId?: string;
  readonly attributes: JsonObject;
  /** Of the event at hand: the one being judged, or the one that began the passage. */
  readonly properties: JsonObject;
  /** What nodes of the passage kept for later. */
  readonly saved?: JsonObject;
  /** The time (ms), and when the passage began; null outside of one. */
  readonly now?: number;
  readonly enteredAt?: number | null;
  /** The message that began it: what let somebody in was not done since they entered. */
  readonly enteredBy?: string;
  /** The workspace's: days are those of its clock. Left out: UTC. */
  readonly timeZone?: string;
  /** What the customer did until now, the event at hand included; at least what `conditionNeeds` names. */
  readonly past?: readonly PastEvent[];
  readonly segments?: ReadonlySet<string>;
  readonly records?: Records;
  readonly products?: ReadonlyMap<string, Product>;
}

/** The SKU a test of the catalogue is about, or null where none is chosen or the property does not name one. */
export function skuOf({ sku, path }: ProductTest, properties: JsonObject): string | null {
  const value = path.length === 0 ? sku : valueAt(properties, path);
  const isName = (typeof value === 'string' && value !== '') || typeof value === 'number';
  return isName ? String(value) : null;
}

/** The number a test of the catalogue compares, or null where there is no such product. */
export function productValue(test: ProductTest, facts: Facts): number | null {
  const sku = skuOf(test, facts.properties);
  return (sku === null ? undefined : facts.products?.get(sku))?.[test.field] ?? null;
}

export function isMember(segmentId: string, { segments }: Facts): boolean {
  return segments?.has(segmentId) ?? false;
}

function doesLeafHold(leaf: Leaf, facts: Facts): boolean {
  switch (leaf.type) {
    case 'test':
      return doesValueHold(leaf, facts);
    case 'event':
      return doesEventHold(leaf, facts);
    case 'segment':
      return leaf.segmentId !== null && isMember(leaf.segmentId, facts) === leaf.isMember;
    case 'date':
      return doesDateHold(leaf, facts);
    case 'sequence':
      return doesSequenceHold(leaf, facts);
    case 'sample':
      return isSampled(leaf, facts);
    case 'consent':
      return consentOf(leaf, facts) === leaf.state;
    case 'journey':
      return doesJourneyHold(leaf, facts);
    case 'message':
      return doesMessageHold(leaf, facts);
    case 'arm':
      return doesArmHold(leaf, facts);
    case 'product': {
      const value = productValue(leaf, facts);
      return value !== null && comparisons[leaf.operator](value, leaf.value);
    }
  }
}

/**
 * Whether the condition holds. Total: it answers for every condition and all facts, and never throws.
 *
 * Types are honest: the text "5" never equals the number 5, and only numbers are ordered. Dates are ISO texts, so they
 * can be compared by `equals`, `one-of`, `starts-with` and `contains`, but `greater-than` never holds for them.
 * Texts are compared as they are written, capitals included. `contains` looks inside a text, or for an item of a list.
 * A missing value and `null` are both "not set"; `not-equals` and `not-contains` hold for them, every other comparison
 * does not.
 * A test without a path, an event or the value it needs holds for nobody; so does one of a product nobody knows.
 */
export function evaluate(condition: Condition, facts: Facts): boolean {
  if (!isGroup(condition)) return doesLeafHold(condition, facts);
  const { type, of } = condition;
  if (type === 'all') return of.every((part) => evaluate(part, facts));
  return of.some((part) => evaluate(part, facts)) === (type === 'any');
}
