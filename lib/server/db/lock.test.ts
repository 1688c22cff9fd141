// Two processes on one PGlite folder destroy data without a word: the lock has to hold, and only as long as its holder lives.
import { spawn } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { lockDataDir } from './lock';

let folder = '';
beforeEach(() => {
  folder = mkdtempSync(path.join(tmpdir(), 'throughline-lock-'));
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

function leaveLock(pid: number, boot: string | null) {
  writeFileSync(path.join(folder, 'throughline.lock'), JSON.stringify({ pid, name: 'throughline', boot }));
}

it('refuses a second holder by name and process', () => {
  const unlock = lockDataDir(folder);
  expect(() => lockDataDir(folder)).toThrow(`is in use by throughline (process ${process.pid})`);
  unlock();
  lockDataDir(folder)();
});

it('takes over the lock of a process that is gone', async () => {
  const child = spawn(process.execPath, ['-e', '']);
  await new Promise((resolve) => child.once('exit', resolve));
  leaveLock(child.pid ?? 0, '1');
  lockDataDir(folder)();
});

it('is not fooled by a process that got the same number later', () => {
  leaveLock(process.pid, 'another boot time');
  lockDataDir(folder)();
});

it('takes over a lock that nobody can read', () => {
  writeFileSync(path.join(folder, 'throughline.lock'), '');
  lockDataDir(folder)();
});

it('says in one sentence when the folder cannot be written', () => {
  const file = path.join(folder, 'a-file');
  writeFileSync(file, '');
  expect(() => lockDataDir(path.join(file, 'data'))).toThrow(/DATA_DIR .* cannot be written \(ENOTDIR\)/);
});

it('leaves the lock of another process alone when giving up its own', () => {
  const unlock = lockDataDir(folder);
  leaveLock(1, null);
  unlock();
  expect(() => lockDataDir(folder)).not.toThrow();
});
