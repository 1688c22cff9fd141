// The bounds of a whole file, with small numbers in place of the real ones, which take their time.
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { gzipSync } from 'node:zlib';
import { afterAll, expect, it, vi } from 'vitest';
import { runImport } from './run-import';

vi.mock('./limits', async (original) => ({
  ...(await original<typeof import('./limits')>()),
  MAX_ROWS: 1_000,
  MAX_FILE_BYTES: 1024 * 1024,
}));

const folder = mkdtempSync(path.join(tmpdir(), 'throughline-limits-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

function imported(content: string | Buffer) {
  const file = path.join(folder, 'file.csv');
  writeFileSync(file, content);
  return runImport({ file, map: new Map(), send: null, onProblem: () => {}, onProgress: () => {} });
}

const oneMegabyte = `email\n${`${'x'.repeat(10_000)}\n`.repeat(105)}`;

it('takes as many rows as are allowed, and not one more', async () => {
  expect(await imported(`email\n${'a@b\n'.repeat(1_000)}`)).toMatchObject({ rows: 1_000 });
  await expect(imported(`email\n${'a@b\n'.repeat(1_001)}`)).rejects.toThrow('more than 1,000 rows');
});

it('refuses a file that is too large before it is read', async () => {
  await expect(imported(oneMegabyte)).rejects.toThrow('larger than 1 MB unpacked');
});

it('stops where a small file unpacks to too much', async () => {
  await expect(imported(gzipSync(oneMegabyte))).rejects.toThrow('larger than 1 MB unpacked');
});
