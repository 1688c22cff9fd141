// Whether a change in the catalogue turns what a condition asks of a product, so that only then it is asked of everybody again.
import { comparisons } from '../condition/compare';
import { type Condition, leavesOf, type ProductTest } from '../condition/condition';
import type { Product } from '../condition/evaluate';

const holds = ({ field, operator, value }: ProductTest, product: Product | null) =>
  product !== null && comparisons[operator](product[field], value);

/**
 * @param before null where there was no such product
 * @param after null where there is none any more
 */
export function doesProductTurn(
  condition: Condition,
  sku: string,
  before: Product | null,
  after: Product | null,
): boolean {
  return leavesOf(condition).some((leaf) => {
    if (leaf.type !== 'product') return false;
    const isMeant = leaf.path.length > 0 || leaf.sku === sku;
    return isMeant && holds(leaf, before) !== holds(leaf, after);
  });
}
