// The demo's way in, as a file in the data folder that only its owner may read. Written under another name first, so that
// `credentials.json` appears only once everything it promises is there.
import { mkdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { z } from 'zod';
import { StartError } from '../start-runtime';

export const Credentials = z.strictObject({
  url: z.string(),
  email: z.string(),
  password: z.string(),
  writeKey: z.string(),
  secretKey: z.string(),
});
export type Credentials = z.infer<typeof Credentials>;

const FINISHED = 'credentials.json';
const DRAFT = 'credentials.draft.json';

/** Null where the file is missing or not ours. */
export function readCredentials(dataDir: string, which: 'finished' | 'draft'): Credentials | null {
  try {
    const text = readFileSync(path.join(dataDir, which === 'finished' ? FINISHED : DRAFT), 'utf8');
    return Credentials.safeParse(JSON.parse(text)).data ?? null;
  } catch {
    return null;
  }
}

export function draftCredentials(dataDir: string, credentials: Credentials): void {
  try {
    mkdirSync(dataDir, { recursive: true });
    const text = `${JSON.stringify(credentials, null, 2)}\n`;
    writeFileSync(path.join(dataDir, DRAFT), text, { mode: 0o600 });
  } catch (error) {
    const why = error instanceof Error && 'code' in error ? error.code : error;
    throw new StartError(
      `DATA_DIR ${dataDir} cannot be written (${why}); give a folder this user may write.`,
    );
  }
}

/** The draft becomes the file, in one step. */
export function finishCredentials(dataDir: string): void {
  renameSync(path.join(dataDir, DRAFT), path.join(dataDir, FINISHED));
}
