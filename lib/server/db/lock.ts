// The lock on the data folder. Two processes on one PGlite folder lose data without a word, so the second is refused.
import { linkSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';

const NAME = 'throughline.lock';

export class DataDirError extends Error {}

/** Takes the lock or throws a DataDirError of one sentence; returns the function that gives it back. */
export function lockDataDir(dataDir: string): () => void {
  const file = path.join(dataDir, NAME);
  try {
    mkdirSync(dataDir, { recursive: true });
    writeFileSync(path.join(dataDir, '.writable'), '');
    rmSync(path.join(dataDir, '.writable'));
  } catch (error) {
    throw new DataDirError(
      `DATA_DIR ${dataDir} cannot be written (${codeOf(error)}); give a folder this user may write.`,
    );
  }
  if (!take(file)) takeStale(file, dataDir);
  return () => {
    if (holderOf(file)?.pid === process.pid) rmSync(file, { force: true });
  };
}

/** A link of a finished file, so that nobody ever reads a half-written lock and takes it for a stale one. */
function take(file: string): boolean {
  const draft = `${file}.${process.pid}`;
  writeFileSync(draft, JSON.stringify({ pid: process.pid, name: 'throughline', boot: bootOf(process.pid) }));
  try {
    linkSync(draft, file);
    return true;
  } catch (error) {
    if (codeOf(error) === 'EEXIST') return false;
    throw error;
  } finally {
    rmSync(draft, { force: true });
  }
}

function takeStale(file: string, dataDir: string): void {
  const holder = holderOf(file);
  if (holder && isAlive(holder.pid, holder.boot)) {
    throw new DataDirError(
      `DATA_DIR ${dataDir} is in use by ${holder.name} (process ${holder.pid}); stop that process first or give another folder.`,
    );
  }
  rmSync(file, { force: true });
  if (!take(file))
    throw new DataDirError(`DATA_DIR ${dataDir} was just taken by another process; try again.`);
}

function holderOf(file: string): { pid: number; name: string; boot: string | null } | null {
  try {
    return JSON.parse(readFileSync(file, 'utf8'));
  } catch {
    return null;
  }
}

function isAlive(pid: number, boot: string | null): boolean {
  try {
    process.kill(pid, 0);
  } catch (error) {
    if (codeOf(error) === 'ESRCH') return false;
  }
  return bootOf(pid) === boot;
}

/** When the process began, where the system tells (Linux), so that a recycled pid is not taken for the holder. */
function bootOf(pid: number): string | null {
  try {
    return readFileSync(`/proc/${pid}/stat`, 'utf8').split(') ')[1]?.split(' ')[19] ?? null;
  } catch {
    return null;
  }
}

function codeOf(error: unknown): string {
  return error instanceof Error && 'code' in error ? String(error.code) : String(error);
}
