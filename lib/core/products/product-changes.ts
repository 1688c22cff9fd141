// What a new state of a product means to customers who waited for it.
import type { Product } from './complete-product';

export type ProductChangeKind = 'price-drop' | 'back-in-stock' | 'low-stock';

/** Fewer pieces than this are a low stock. */
export const LOW_STOCK = 5;

/**
 * The changes from one state to the next; a product that is new has none. Sold out is no low stock: there is nothing left
 * to hurry for. What is back in stock is not low at the same time.
 * @param threshold number of pieces below which a stock is low
 */
export function productChanges(before: Product, after: Product, threshold: number): ProductChangeKind[] {
  const changes: ProductChangeKind[] = [];
  if (after.price < before.price) changes.push('price-drop');
  if (before.stock <= 0 && after.stock > 0) changes.push('back-in-stock');
  if (before.stock >= threshold && after.stock < threshold && after.stock > 0) changes.push('low-stock');
  return changes;
}
