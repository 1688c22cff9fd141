// What an operator sees when a setting is wrong: one sentence, exit code 1, and nothing else.
import { spawn } from 'node:child_process';
import { mkdtempSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { expect, it } from 'vitest';
import { freePort } from '../testing/free-port';
import { startProcess } from './server-process';

const folder = () => mkdtempSync(path.join(tmpdir(), 'throughline-start-'));

async function start(
  entry: string,
  env: Record<string, string>,
): Promise<{ code: number | null; said: string }> {
  const port = await freePort();
  const child = spawn(process.execPath, [`.build/${entry}.js`], {
    env: { PATH: process.env.PATH, NODE_ENV: 'production', PORT: String(port), DATA_DIR: folder(), ...env },
  });
  let said = '';
  child.stdout.on('data', (chunk) => {
    said += chunk;
  });
  child.stderr.on('data', (chunk) => {
    said += chunk;
  });
  const code = await new Promise<number | null>((resolve) => child.once('exit', resolve));
  return { code, said };
}

async function expectSentence(entry: string, env: Record<string, string>, sentence: RegExp) {
  const { code, said } = await start(entry, env);
  expect(said).toMatch(sentence);
  expect(said.trim().split('\n')).toHaveLength(1);
  expect(code).toBe(1);
}

it('a DATABASE_URL that is no address', () =>
  expectSentence(
    'main',
    { DATABASE_URL: 'mysql://db' },
    /^DATABASE_URL is not usable: must start with postgres/,
  ));

it('a DATABASE_URL where nobody answers', () =>
  expectSentence(
    'main',
    { DATABASE_URL: 'postgres://nobody@127.0.0.1:1/none', SECRET_KEY: '1'.repeat(64) },
    /^DATABASE_URL does not lead to a usable PostgreSQL \(127\.0\.0\.1:1\)/,
  ));

it('PostgreSQL without a secret key', () =>
  expectSentence('main', { DATABASE_URL: 'postgres://nobody@127.0.0.1:1/none' }, /^SECRET_KEY is missing/));

it('a DATA_DIR that cannot be written', () => {
  const file = path.join(folder(), 'a-file');
  writeFileSync(file, '');
  return expectSentence('main', { DATA_DIR: path.join(file, 'data') }, /^DATA_DIR .* cannot be written/);
});

it('a PORT that is busy', async () => {
  const blocker = createServer();
  const port = await freePort();
  await new Promise<void>((resolve) => blocker.listen(port, resolve));
  await expectSentence('main', { PORT: String(port) }, /^PORT \d+ is in use by another program/);
  blocker.close();
});

it('a worker without PostgreSQL', () => expectSentence('worker', {}, /^DATABASE_URL is not set/));

it('a data folder that another server uses', async () => {
  const shared = folder();
  const first = startProcess('main', await freePort(), { DATA_DIR: shared });
  await first.ready();
  await expectSentence('main', { DATA_DIR: shared }, /is in use by throughline \(process \d+\)/);
  await first.kill('SIGTERM');
});
