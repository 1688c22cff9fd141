// Fills what an upsert leaves out with what is known, and names what is still missing.
import type { ProductInput } from '../api/product';
import { ok, type Result, refuse } from '../result';

export interface Product {
  readonly sku: string;
  readonly name: string;
  readonly category: string;
  /** Minor units of the workspace's currency. */
  readonly price: number;
  readonly stock: number;
  readonly url: string | null;
}

type Needed = 'name' | 'price' | 'stock';

/** @returns the whole product, or the first field without which a new product makes no sense */
export function completeProduct(known: Product | null, given: ProductInput): Result<Product, Needed> {
  const name = given.name ?? known?.name;
  const price = given.price ?? known?.price;
  const stock = given.stock ?? known?.stock;
  if (name === undefined) return refuse('name');
  if (price === undefined) return refuse('price');
  if (stock === undefined) return refuse('stock');
  const category = given.category ?? known?.category ?? '';
  const url = given.url === undefined ? (known?.url ?? null) : given.url;
  return ok({ sku: given.sku, name, category, price, stock, url });
}

export function isSameProduct(a: Product, b: Product): boolean {
  return (
    a.name === b.name &&
    a.category === b.category &&
    a.price === b.price &&
    a.stock === b.stock &&
    a.url === b.url
  );
}
