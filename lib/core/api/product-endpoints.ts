// The catalogue in the management API.
import { get, post, put, remove } from './endpoint';
import { pageOf } from './page';
import * as product from './product';

export const productEndpoints = {
  listProducts: get({
    name: 'listProducts',
    tag: 'Catalogue',
    path: '/v1/products',
    summary: 'List or search products',
    description: 'By SKU.',
    query: product.ListProducts,
    reply: pageOf(product.ProductEntry),
    refusals: ['bad-cursor'],
  }),
  saveProducts: put({
    name: 'saveProducts',
    tag: 'Catalogue',
    path: '/v1/products',
    summary: 'Create or change up to 1,000 products',
    description:
      'By SKU; what is left out stays as it is, so a stock feed needs only sku and stock. All are saved, or none. Price drops, returns to stock and low stocks are told to the journeys that wait for them.',
    body: product.SaveProducts,
    reply: product.SavedProducts,
  }),
  importProducts: post({
    name: 'importProducts',
    tag: 'Catalogue',
    path: '/v1/products/import',
    summary: 'Import products from a CSV file',
    description:
      'Up to 100 MB, read while it arrives. Columns: sku, name, category, price (as in 12.90) or price_minor, stock, url; others are ignored, and an empty cell leaves what is known. Rows that cannot be taken are listed, the others are saved.',
    takesFile: true,
    reply: product.ImportedProducts,
  }),
  findProduct: get({
    name: 'findProduct',
    tag: 'Catalogue',
    path: '/v1/products/{sku}',
    summary: 'Get a product',
    params: product.ProductRef,
    reply: product.ProductEntry,
    refusals: ['not-found'],
  }),
  deleteProduct: remove({
    name: 'deleteProduct',
    tag: 'Catalogue',
    path: '/v1/products/{sku}',
    summary: 'Delete a product',
    params: product.ProductRef,
    reply: product.ProductRef,
    refusals: ['not-found'],
  }),
};
