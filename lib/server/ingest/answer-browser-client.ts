// Serves Segment's browser client (MIT) from its package: a page with Segment's snippet changes the host and is done.
import { readFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import path from 'node:path';
import { type Reply, refusalReply } from './reply';

const FILE = /^[\w-]+(\.[\w-]+)*\.js$/;
const KEY = /^[\w-]{1,200}$/;
const files = new Map<string, Promise<string>>();

/** @param writeKey what the client uses where the page names no key, as on Segment's own servers */
export async function answerBrowserClient(file: string, writeKey: string | null): Promise<Reply> {
  const source = FILE.test(file) ? await load(file).catch(() => null) : null;
  if (source === null)
    return refusalReply({ status: 404, code: 'not-found', message: 'There is no such file.' });
  const body = writeKey && KEY.test(writeKey) ? source.replace('__WRITE_KEY__', writeKey) : source;
  const headers = {
    'content-type': 'text/javascript; charset=utf-8',
    'cache-control': 'public, max-age=3600',
  };
  return { status: 200, headers, body };
}

function load(file: string): Promise<string> {
  const known = files.get(file);
  if (known) return known;
  const source = read(file);
  files.set(file, source);
  // Names are the client's choice: only files that exist are remembered.
  source.catch(() => files.delete(file));
  return source;
}

async function read(file: string): Promise<string> {
  const resolve = createRequire(path.resolve(process.cwd(), 'package.json')).resolve;
  const folder = path.dirname(resolve('@segment/analytics-next/package.json'));
  return readFile(path.join(folder, 'dist/umd', file), 'utf8');
}
