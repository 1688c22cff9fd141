// Imports judged without a server: what a file's rows become, and what is said about rows that cannot be.
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { gzipSync } from 'node:zlib';
import { afterAll, describe, expect, it } from 'vitest';
import type { JsonObject } from '@/lib/core/json';
import type { RowProblem } from './import-error';
import { MAX_ROW_BYTES } from './limits';
import { runImport } from './run-import';

const folder = mkdtempSync(path.join(tmpdir(), 'throughline-import-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

let files = 0;

async function imported(content: string | Buffer, map: Record<string, string> = {}) {
  const file = path.join(folder, `${files++}.csv`);
  writeFileSync(file, content);
  const sent: JsonObject[] = [];
  const problems: RowProblem[] = [];
  const summary = await runImport({
    file,
    map: new Map(Object.entries(map)),
    send: async (calls) => {
      sent.push(...calls);
      return { accepted: calls.length, duplicates: 0, results: [] };
    },
    onProblem: (problem) => problems.push(problem),
    onProgress: () => {},
  });
  return { sent, problems, summary };
}

const HEADER = 'order_id,kind,customer_id,ordered_at,country,units,total_gbp';

describe('orders', () => {
  it('become events with the file’s own time and ids, and news about the customer', async () => {
    const { sent, summary } = await imported(`${HEADER}
536365,purchase,17850,2010-12-01T08:26:00Z,United Kingdom,40,139.12
C536379,cancellation,17850,2010-12-01T09:41:00Z,United Kingdom,-1,-27.5
`);
    expect(sent).toEqual([
      {
        type: 'identify',
        userId: '17850',
        traits: { country: 'United Kingdom' },
        timestamp: '2010-12-01T08:26:00.000Z',
        messageId: 'import-customer-of-536365',
      },
      {
        type: 'track',
        event: 'Order Completed',
        userId: '17850',
        properties: {
          units: 40,
          order_id: '536365',
          total: 139.12,
          currency: 'GBP',
          country: 'United Kingdom',
        },
        timestamp: '2010-12-01T08:26:00.000Z',
        messageId: 'import-completed-536365',
      },
      expect.objectContaining({ event: 'Order Cancelled', messageId: 'import-cancelled-C536379' }),
    ]);
    expect(summary).toEqual({
      rows: 2,
      orders: 2,
      customers: 1,
      accepted: 3,
      duplicates: 0,
      problems: 0,
    });
  });

  it('tell a change of the customer, and a change back', async () => {
    const rows = ['UK', 'FR', 'UK'].map(
      (country, at) => `${at},purchase,7,2011-01-0${at + 1},${country},1,1`,
    );
    const { sent } = await imported([HEADER, ...rows].join('\n'));
    const told = sent.filter(({ type }) => type === 'identify');
    expect(told.map(({ traits }) => traits)).toEqual([
      { country: 'UK' },
      { country: 'FR' },
      { country: 'UK' },
    ]);
    expect(new Set(told.map(({ messageId }) => messageId)).size).toBe(3);
  });

  it('may know the customer by e-mail only', async () => {
    const { sent } = await imported('order_id,email,ordered_at\n1,Ada@Shop.test,2024-05-01\n');
    expect(sent).toMatchObject([
      { type: 'identify', traits: { email: 'Ada@Shop.test' } },
      { type: 'track', context: { traits: { email: 'Ada@Shop.test' } } },
    ]);
    expect(sent.every((call) => !('userId' in call))).toBe(true);
  });

  it('keep long and strange ids apart within the limit of the protocol', async () => {
    const ids = ['x'.repeat(300), `${'x'.repeat(299)}y`, 'A 1', 'a 1', '€'];
    const { sent } = await imported(
      `order_id,customer_id,ordered_at\n${ids.map((id) => `${id},c,2024-05-01`).join('\n')}`,
    );
    const messageIds = sent.map(({ messageId }) => String(messageId));
    expect(new Set(messageIds).size).toBe(ids.length);
    expect(messageIds.every((id) => id.length < 100)).toBe(true);
  });
});

it('takes a list of customers, with every other column as an attribute', async () => {
  const { sent } = await imported(
    '\uFEFFCustomer ID;First name;E-Mail;Points;Post code\n7;Ana;ana@shop.test;120;01234\n;x;;;\n',
  );
  expect(sent).toMatchObject([
    {
      type: 'identify',
      userId: '7',
      traits: { first_name: 'Ana', email: 'ana@shop.test', Points: 120, 'Post code': '01234' },
    },
  ]);
  const again = await imported('Customer ID;Points\n7;121\n');
  expect(again.sent[0]?.messageId).not.toBe(sent[0]?.messageId);
});

it('reads gzip, whatever the file is called', async () => {
  const { summary } = await imported(gzipSync(`${HEADER}\n1,purchase,1,2011-01-01,UK,1,1\n`));
  expect(summary.orders).toBe(1);
});

it('uses columns as they are pointed to', async () => {
  const text = 'Nr,Kunde,Wann,Summe\n1,7,2024-05-01,9.90\n';
  const map = { order_id: 'Nr', customer_id: 'Kunde', ordered_at: 'Wann', total: 'Summe' };
  const { sent } = await imported(text, map);
  expect(sent).toMatchObject([{ userId: '7', properties: { order_id: '1', total: 9.9 } }]);
});

describe('rows that cannot be used', () => {
  it('are listed with line and column, and the others go on', async () => {
    const { problems, summary } = await imported(`${HEADER}
1,purchase,7,2011-01-01,UK,1,1
2,purchase,7,yesterday,UK,1,1
3,gift,7,2011-01-01,UK,1,1
4,purchase,7,2011-01-01,UK,1,1.000,50
5,purchase,7,2011-01-01,UK,1,ten
,purchase,7,2011-01-01,UK,1,1
7,purchase,,2011-01-01,UK,1,1

9,purchase,7,,UK,1,1
10,purchase,7,2011-01-01,UK,1,1
`);
    expect(problems).toEqual([
      { line: 3, field: 'ordered_at', message: expect.stringContaining('"yesterday"') },
      { line: 4, field: 'kind', message: expect.stringContaining('"gift"') },
      { line: 5, field: null, message: 'has 8 values where the header has 7' },
      { line: 6, field: 'total_gbp', message: expect.stringContaining('"ten"') },
      { line: 7, field: 'order_id', message: 'is empty' },
      { line: 8, field: 'customer_id', message: 'is empty' },
      { line: 10, field: 'ordered_at', message: 'is missing' },
    ]);
    expect(summary).toMatchObject({ rows: 9, orders: 2, problems: 7 });
  });

  it('cost only themselves when they are huge or their quotes never close', async () => {
    const good = (id: number) => `${id},purchase,7,2011-01-01,UK,1,1`;
    const huge = `2,purchase,7,2011-01-01,"${'x'.repeat(MAX_ROW_BYTES)}",1,1`;
    const { problems, summary } = await imported(
      [HEADER, good(1), huge, good(3), '4,purchase,7,2011-01-01,"UK,1,1', good(5), ''].join('\n'),
    );
    expect(problems.map(({ line }) => line)).toEqual([3, 5]);
    expect(summary).toMatchObject({ rows: 3, orders: 3 });
  });

  it('repeat an order, as in a file of order lines', async () => {
    const { problems, sent } = await imported(`${HEADER}
1,purchase,7,2011-01-01,UK,1,1
1,purchase,7,2011-01-01,UK,2,5
1,cancellation,7,2011-01-02,UK,-2,-5
`);
    expect(problems).toEqual([
      { line: 3, field: 'order_id', message: expect.stringContaining('line 2 already') },
    ]);
    expect(sent.map(({ event }) => event)).toEqual([undefined, 'Order Completed', 'Order Cancelled']);
  });

  it('hold U+0000', async () => {
    const { problems } = await imported(`${HEADER}\n1,purchase,7,2011-01-01,U\u0000K,1,1\n`);
    expect(problems).toMatchObject([{ line: 2, message: expect.stringContaining('U+0000') }]);
  });

  it('say what the server said', async () => {
    const file = path.join(folder, 'server.csv');
    writeFileSync(file, `${HEADER}\n1,purchase,7,2011-01-01,UK,1,1\n`);
    const problems: RowProblem[] = [];
    await runImport({
      file,
      map: new Map(),
      send: async () => ({
        accepted: 0,
        duplicates: 1,
        results: [
          { index: 0, status: 'duplicate', code: 'duplicate', message: 'known' },
          { index: 1, status: 'refused', code: 'wrong-type', message: 'is odd', field: 'properties.units' },
        ],
      }),
      onProblem: (problem) => problems.push(problem),
      onProgress: () => {},
    });
    expect(problems).toEqual([{ line: 2, field: 'units', message: 'is odd' }]);
  });
});

describe('files that cannot be used', () => {
  it.each([
    ['nothing in it', '', /is empty/],
    ['nobody in it', 'order_id,total\n1,2\n', /customer_id or email/],
    ['a column twice', 'email,email\n', /Two columns/],
    ['a forbidden name', 'email,__proto__\n', /may not be named "__proto__"/],
    ['100,000 columns', `email${',c'.repeat(99_999)}\n`, /header is longer than 64 KB/],
    ['1,001 columns', `email${',c'.repeat(1_000)}\n`, /more than 1000 columns/],
    ['a name too long', `email,${'x'.repeat(151)}\n`, /longer than 150 bytes/],
    ['damaged gzip', gzipSync('email\nada@shop.test\n').subarray(0, 20), /damaged/],
  ])('have %s', async (_what, content, sentence) => {
    await expect(imported(content)).rejects.toThrow(sentence);
  });

  it('do not exist', async () => {
    const nothing = { map: new Map(), send: null, onProblem: () => {}, onProgress: () => {} };
    await expect(runImport({ file: '/nowhere.csv', ...nothing })).rejects.toThrow('cannot be read (ENOENT)');
  });

  it('are pointed to wrongly', async () => {
    await expect(imported('email\n', { mail: 'email' })).rejects.toThrow('there is no field "mail"');
    await expect(imported('email\n', { total: 'Sum' })).rejects.toThrow('no column "Sum"');
  });
});
