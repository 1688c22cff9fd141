// Passwords: hashed with Argon2id, one at a time, in a thread of their own.
import { randomBytes } from 'node:crypto';
import { once } from 'node:events';
import { Worker } from 'node:worker_threads';
import { z } from 'zod';
import { threadFile } from '../thread-file';

/** Long enough to resist guessing; the upper bound keeps hashing cheap. */
export const Password = z.string().min(10).max(200);

type Job = { password: string; salt: Uint8Array } | { password: string; hash: string };

let last: Promise<unknown> = Promise.resolve();

/** A queue of one: a flood of sign-ins fills one core for a while, never the machine. */
function run(job: Job): Promise<unknown> {
  const mine = last.then(async () => {
    const thread = new Worker(threadFile('lib/server/auth/password-thread.mjs'), { workerData: job });
    const [answer] = await once(thread, 'message');
    return answer;
  });
  last = mine.catch(() => {});
  return mine;
}

export async function hashPassword(password: string): Promise<string> {
  return String(await run({ password: password.normalize('NFKC'), salt: randomBytes(16) }));
}

/** @param hash what is stored, or null for nobody: then the same work is done and the answer is no. */
export async function passwordMatches(password: string, hash: string | null): Promise<boolean> {
  const matches = await run({ password: password.normalize('NFKC'), hash: hash ?? nobody });
  return matches === true && hash !== null;
}

// The hash of a random value nobody knows, at the same cost as real ones.
const nobody =
  '$argon2id$v=19$m=19456,t=2,p=1$c29tZSByYW5kb20gc2FsdA$0mPVcYpqzvFLqTrHy8rTGmcZmBcq2hzGmC0vDsm1f0k';
