// A catalogue from a file: what can be taken is saved, what cannot is listed by line and column, and no file brings it down.
import { beforeEach, describe, expect, it } from 'vitest';
import { endpoints } from '@/lib/core/api/endpoints';
import type { ImportedProducts } from '@/lib/core/api/product';
import type { Actor } from '../actor';
import { bearer, callApi } from '../testing/call-api';
import { freshWorkspace } from '../testing/fresh-workspace';
import { unwrap } from '../testing/unwrap';
import { findProduct } from './find-product';
import { listProducts } from './list-products';

let actor: Actor;
let headers: Record<string, string>;

beforeEach(async () => {
  ({ actor } = await freshWorkspace());
  headers = { ...(await bearer(actor)), 'content-type': 'text/csv' };
});

async function imported(text: string): Promise<ImportedProducts> {
  const { status, body } = await callApi(endpoints.importProducts, { headers, text });
  expect(status).toBe(200);
  return endpoints.importProducts.reply.parse(body);
}

const all = async () => unwrap(await listProducts(actor, { limit: 50 })).data;

describe('a file', () => {
  it('is taken row by row, and importing it again changes nothing', async () => {
    const file = [
      'SKU,Title,Category,Price,Quantity,Link,Colour',
      'T-1,"Tea, green",Drinks,12.9,40,https://x.test/t,green',
      'T-2,Cup,,3,0,,',
    ].join('\r\n');
    expect(await imported(`\ufeff${file}`)).toMatchObject({ rows: 2, created: 2, problemCount: 0 });
    expect(await all()).toMatchObject([
      { sku: 'T-1', name: 'Tea, green', category: 'Drinks', price: 1290, stock: 40, url: 'https://x.test/t' },
      { sku: 'T-2', name: 'Cup', category: '', price: 300, stock: 0, url: null },
    ]);
    expect(await imported(file)).toMatchObject({ unchanged: 2, updated: 0, changes: 0 });
  });

  it('may hold stocks alone, semicolons, decimal commas and minor units', async () => {
    await imported('sku;name;price;stock\nA;Apron;12,5;3\n');
    expect(await imported('id\tstock\nA\t0\n')).toMatchObject({ updated: 1, changes: 0 });
    expect(await imported('sku,stock\nA,9\n')).toMatchObject({ updated: 1, changes: 1 });
    expect(await imported('sku,price_minor\nA,999\n')).toMatchObject({ updated: 1, changes: 1 });
    expect(await all()).toMatchObject([{ name: 'Apron', price: 999, stock: 9 }]);
  });

  it('lists what it cannot take by line, column and reason, and takes the rest', async () => {
    const long = 'x'.repeat(70_000);
    const rows = [
      'A,Apron,1,1,',
      'B,Bowl,1.999,1,',
      'C,Cup,one,1,',
      ',Nameless,1,1,',
      'D,Dish,1,-1,',
      'E,Egg cup,1,1,javascript:alert(1)',
      'A,Again,1,1,',
      'F,,1,1,',
      'G,Glass,1,1',
      `H,${long},1,1,`,
      `I,"${'quoted\n'.repeat(3)}",1,1,`,
      'J,Jar,1,1,',
    ];
    const report = await imported(`sku,name,price,stock,url\n${rows.join('\n')}\n`);
    expect(report).toMatchObject({ rows: 11, created: 3, problemCount: 9 });
    expect(report.problems.map(({ line, column, message }) => `${line} ${column}: ${message}`)).toEqual([
      '3 price: is "1.999"; the workspace’s currency has 2 decimals',
      '4 price: is "one"; it must be a number such as 12.90',
      '5 sku: is empty',
      '6 stock: is "-1"; it must be a whole number',
      '7 url: must be a web address',
      '8 sku: stands in line 2 already',
      '9 name: is needed, because the product is new',
      '10 null: has 4 values where the header has 5',
      '11 null: is longer than 64 KB, or holds a quote that never closes',
    ]);
    expect((await all()).map(({ sku }) => sku)).toEqual(['A', 'I', 'J']);
  });

  it('lists the first problems and counts them all', async () => {
    const report = await imported(`sku,name,price,stock\n${'X,,,\n'.repeat(1_200)}`);
    expect(report).toMatchObject({ rows: 1_200, created: 0, problemCount: 1_200 });
    expect(report.problems).toHaveLength(500);
  });

  it('of many portions is taken whole', async () => {
    const rows = Array.from({ length: 2_500 }, (_, index) => `P-${index},Product,1,1`);
    expect(await imported(`sku,name,price,stock\n${rows.join('\n')}`)).toMatchObject({ created: 2_500 });
  });
});

describe('a file is refused as a whole', () => {
  it.each([
    ['without a SKU column', 'name,price\nTea,1\n', /no column sku\. Its columns are: name, price/],
    ['with two columns of a name', 'sku,sku\n1,2\n', /Two columns are named "sku"/],
    ['with a prototype for a column', 'sku,__proto__\n1,2\n', /may not be named "__proto__"/],
    ['with two prices', 'sku,price,price_minor\n1,2,3\n', /keep one of them/],
    ['with 2,000 columns', `sku${',x'.repeat(2_000)}\n`, /more than 1000 columns/],
    ['that is empty', '', /is empty/],
    ['of one line without end', 'x'.repeat(200_000), /header is longer than 64 KB/],
  ])('%s', async (_, text, message) => {
    const answer = await callApi(endpoints.importProducts, { headers, text });
    expect(answer).toMatchObject({ status: 422, body: { code: 'bad-file' } });
    expect(answer.body.message).toMatch(message);
    expect(await all()).toEqual([]);
  });

  it('where it is too large, before it is read and while it is', async () => {
    const text = 'sku\n';
    const claimed = await callApi(endpoints.importProducts, {
      headers: { ...headers, 'content-length': String(2 ** 31) },
      text,
    });
    expect(claimed).toMatchObject({ status: 413, body: { code: 'too-large' } });
  });

  it('by another workspace’s key it changes only that workspace', async () => {
    const { actor: stranger } = await freshWorkspace();
    await imported('sku,name,price,stock\nA,Apron,1,1\n');
    expect(await findProduct(stranger, { sku: 'A' })).toMatchObject({ refusal: { code: 'not-found' } });
  });
});
