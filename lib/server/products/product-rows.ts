// What one row of a catalogue file says. Prices are written as people write them, or in minor units under their own name.
import { ProductInput } from '@/lib/core/api/product';
import { RowError } from '../import/file-rows';
import { type Header, readHeader } from '../import/header';
import { ImportError } from '../import/import-error';

const aliases = {
  sku: ['id', 'product_id', 'product_sku', 'item_number', 'article_number', 'variant_sku'],
  name: ['title', 'product_name', 'product'],
  category: ['product_type', 'type', 'product_category'],
  price: ['price_amount', 'unit_price', 'variant_price'],
  price_minor: ['price_cents', 'price_in_cents'],
  stock: ['quantity', 'qty', 'inventory', 'stock_level', 'available', 'variant_inventory_qty'],
  url: ['link', 'product_url'],
} as const;

type Columns = Header<keyof typeof aliases>;

/** @param decimals how many the workspace's currency has */
export function productRowReader(header: readonly string[], decimals: number) {
  const columns = readHeader(header, aliases);
  const { place } = columns;
  if (place.sku === undefined) throw missing(columns);
  if (place.price !== undefined && place.price_minor !== undefined) {
    throw new ImportError('The file has a column for price and one for price_minor; keep one of them.');
  }
  const lines = new Map<string, number>();
  return (values: readonly string[], line: number): ProductInput => {
    const product = productOf(values, columns, decimals);
    const first = lines.get(product.sku);
    if (first !== undefined) throw new RowError(nameOf(columns, 'sku'), `stands in line ${first} already`);
    lines.set(product.sku, line);
    return product;
  };
}

function nameOf({ names, place }: Columns, field: keyof typeof aliases): string {
  return names[place[field] ?? -1] ?? field;
}

function missing({ names }: Columns): ImportError {
  const found = names.filter((name) => name !== '').slice(0, 20);
  return new ImportError(
    `The header has no column sku. Its columns are: ${found.map((name) => name.slice(0, 60)).join(', ') || 'none'}.`,
  );
}

/** An empty cell leaves what is known as it is. */
function productOf(values: readonly string[], columns: Columns, decimals: number): ProductInput {
  const cell = (field: keyof typeof aliases) => values[columns.place[field] ?? -1] ?? '';
  const given = {
    sku: cell('sku'),
    ...(cell('name') && { name: cell('name') }),
    ...(cell('category') && { category: cell('category') }),
    ...(cell('price') && { price: amount(cell('price'), decimals, nameOf(columns, 'price')) }),
    ...(cell('price_minor') && { price: whole(cell('price_minor'), nameOf(columns, 'price_minor')) }),
    ...(cell('stock') && { stock: whole(cell('stock'), nameOf(columns, 'stock')) }),
    ...(cell('url') && { url: cell('url') }),
  };
  const parsed = ProductInput.safeParse(given);
  if (parsed.success) return parsed.data;
  const [issue] = parsed.error.issues;
  const field = issue?.path[0];
  const known = Object.keys(aliases).find((each) => each === field);
  // The find above is what the cast states.
  const column = known === undefined ? null : nameOf(columns, known as keyof typeof aliases);
  throw new RowError(column, given.sku === '' ? 'is empty' : (issue?.message ?? 'is not valid'));
}

function whole(text: string, column: string): number {
  if (/^\d{1,10}$/.test(text)) return Number(text);
  throw new RowError(column, `is ${quoted(text)}; it must be a whole number`);
}

/** Exact: by digits, never by floating point. */
function amount(text: string, decimals: number, column: string): number {
  const [, units = '', part = ''] = /^(\d{1,10})(?:[.,](\d{1,6}))?$/.exec(text) ?? [];
  if (units === '') throw new RowError(column, `is ${quoted(text)}; it must be a number such as 12.90`);
  if (part.length > decimals) {
    throw new RowError(column, `is ${quoted(text)}; the workspace’s currency has ${decimals} decimals`);
  }
  return Number(`${units}${part.padEnd(decimals, '0')}`);
}

function quoted(text: string): string {
  return JSON.stringify(text.length > 40 ? `${text.slice(0, 40)}…` : text);
}
