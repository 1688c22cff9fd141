// The catalogue of the demo shop: the written list with article numbers, stock and how well each thing sells.
import type { Dice } from './dice';
import { productList } from './product-list';

export type Category = keyof typeof productList;

export interface Product {
  readonly sku: string;
  readonly name: string;
  readonly category: Category;
  /** Cents. */
  readonly price: number;
  readonly stock: number;
  readonly url: string;
  /** How often it is wanted, against the others. */
  readonly popularity: number;
}

export type Catalogue = readonly [Product, ...Product[]];

export const SHOP_URL = 'https://meadow-and-main.example';
export const CURRENCY = 'EUR';

export const categories = Object.keys(productList) as [Category, ...Category[]]; // keys() forgets which keys

export function catalogueOf(dice: Dice): Catalogue {
  const products = categories.flatMap((category) => productsOf(category, dice.fork(category)));
  const [first, ...others] = products;
  if (!first) throw new Error('The product list is empty.');
  return [first, ...others];
}

function productsOf(category: Category, dice: Dice): Product[] {
  return productList[category].split(';').map((entry, index) => {
    const [, name = '', price = ''] = /^\s*(.*) ([\d.]+)\s*$/s.exec(entry) ?? [];
    return {
      sku: `${category.slice(0, 3).toUpperCase()}-${String(index + 1).padStart(3, '0')}`,
      name,
      category,
      price: Math.round(Number(price) * 100),
      stock: stockOf(dice),
      url: `${SHOP_URL}/products/${slugOf(name)}`,
      popularity: 1 / (1 + dice.between(0, 6)),
    };
  });
}

/** One in sixteen is sold out, one in eight is running low. */
function stockOf(dice: Dice): number {
  if (dice.chance(1 / 16)) return 0;
  return dice.chance(1 / 8) ? dice.int(1, 5) : dice.int(12, 240);
}

function slugOf(name: string): string {
  return name
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, '-')
    .replace(/^-|-$/g, '');
}

/** A product's facts as the Segment e-commerce events carry them; prices in euros there. */
export function productFacts(product: Product) {
  return {
    product_id: product.sku,
    sku: product.sku,
    name: product.name,
    category: product.category,
    price: product.price / 100,
  };
}
