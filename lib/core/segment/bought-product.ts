// Who bought a product, as an ordinary condition.
import { type Condition, EventTest, type Test } from '../condition/condition';
import { ORDER } from './ready-segments';

/** @param key what orders call the product: its `sku`, or where an order gives none, its `product_id` */
export function boughtProduct(key: string): Condition {
  return {
    type: 'any',
    of: [bought([is('sku', key)]), bought([isNotSet('sku'), is('product_id', key)])],
  };
}

function bought(where: Test[]): EventTest {
  return EventTest.parse({ type: 'event', event: ORDER, items: { path: ['products'], where } });
}

/** Some shops send numbers, which are not the same value as their digits. */
function is(name: string, key: string): Test {
  const number = Number(key);
  const value = String(number) === key ? [key, number] : [key];
  return { type: 'test', subject: 'property', path: [name], operator: 'one-of', value };
}

function isNotSet(name: string): Test {
  return { type: 'test', subject: 'property', path: [name], operator: 'is-not-set' };
}
