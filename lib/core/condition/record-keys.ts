// Under which names changes of what is written down are told, so that only the conditions which ask for it are judged again.
import { type Condition, type Leaf, leavesOf } from './condition';

/** Of a journey: who came in, converted or is through. Of its arms: who was dealt one. */
export const journeyKey = (journeyId: string) => `journey ${journeyId}`;
export const armKey = (journeyId: string) => `arm ${journeyId}`;
export const consentKey = (channel: string) => `consent ${channel}`;
export const productKey = (sku: string) => `product ${sku}`;
/** Some product, which the event at hand names. */
const ANY_PRODUCT = 'product';
/** A message was held back for good; or it was handed over, arrived or failed. */
export const MESSAGE_REFUSED = 'message refused';
export const MESSAGE_SENT = 'message sent';

function keysOfLeaf(leaf: Leaf): string[] {
  switch (leaf.type) {
    case 'consent':
      return [consentKey(leaf.channel)];
    case 'journey':
      return leaf.journeyId === null ? [] : [journeyKey(leaf.journeyId)];
    case 'arm':
      return leaf.journeyId === null ? [] : [armKey(leaf.journeyId)];
    case 'message':
      return [leaf.outcome === 'refused' ? MESSAGE_REFUSED : MESSAGE_SENT];
    case 'product':
      if (leaf.path.length > 0) return [ANY_PRODUCT];
      return leaf.sku === '' ? [] : [productKey(leaf.sku)];
    default:
      return [];
  }
}

/** What the condition asks about that is written down beside events, attributes and segments; each name once. */
export function recordKeys(condition: Condition): readonly string[] {
  return [...new Set(leavesOf(condition).flatMap(keysOfLeaf))];
}

/** Whether this is among what is asked about. */
export function isAsked(keys: { has(key: string): boolean }, key: string): boolean {
  return keys.has(key) || (key.startsWith(`${ANY_PRODUCT} `) && keys.has(ANY_PRODUCT));
}
