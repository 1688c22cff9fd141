// The demo shop, made at the first start of an empty installation and found again at every later one. Killed anywhere in
// between, the next start goes on: the draft of the credentials is written before the one transaction that makes the
// workspace, so either both keys of the draft are known to the database, or nothing has happened yet.
import { randomBytes } from 'node:crypto';
import { eq } from 'drizzle-orm';
import { apiKeys } from '@/drizzle/schema';
import type { Id } from '@/lib/core/id';
import { hasUsers } from '../auth/create-owner';
import { asSystem } from '../db/transaction';
import { hashKey } from '../keys/hash-key';
import { randomKey } from '../keys/new-key';
import { log } from '../log';
import { pause } from '../pause';
import { runtime } from '../runtime';
import { type Credentials, draftCredentials, finishCredentials, readCredentials } from './credentials';
import { publishDemoJourneys } from './publish-demo-journeys';
import { seedDemo } from './seed/seed-demo';
import type { Shop } from './shop/history';
import { isStoryBeingTold, tellStory } from './story/tell-story';

/** Any number of our own; migrations lock with another one. */
const LOCK = 4_720_151_119;
const EMAIL = 'owner@demo.shop';

/** Null where this installation was not made as a demo, or its credentials are kept elsewhere. */
export function ensureDemo(): Promise<Credentials | null> {
  return inTurn(async () => {
    const { dataDir, seedDemo: isWanted, publicUrl } = runtime().env;
    const finished = readCredentials(dataDir, 'finished');
    if (finished && (await workspaceOf(finished))) return atUrl(finished, publicUrl);
    const draft = readCredentials(dataDir, 'draft');
    if (draft && (await workspaceOf(draft))) return finish(draft);
    if (!isWanted || (await hasUsers())) return null;
    const fresh = newCredentials(publicUrl);
    draftCredentials(dataDir, fresh);
    return finish(fresh, await seedDemo(fresh));
  });
}

const LOOK_MS = 500;

/** A worker of its own begins once the demo is whole: two clocks must not move one customer. */
export async function awaitDemo(signal: AbortSignal): Promise<void> {
  const isUnfinished = async () =>
    (runtime().env.seedDemo && !(await hasUsers())) || (await isStoryBeingTold());
  if (!(await isUnfinished())) return;
  log.info({}, 'This worker begins once the demo shop is whole');
  while (!signal.aborted && (await isUnfinished())) await pause(LOOK_MS, signal);
}

/** The workspace these credentials were made for, if it is in this database. */
export async function workspaceOf({ writeKey }: Credentials): Promise<Id<'wsp'> | null> {
  const [found] = await asSystem((tx) =>
    tx
      .select({ workspaceId: apiKeys.workspaceId })
      .from(apiKeys)
      .where(eq(apiKeys.hash, hashKey(writeKey))),
  );
  return found?.workspaceId ?? null;
}

async function finish(credentials: Credentials, shop?: Shop): Promise<Credentials> {
  const { dataDir, publicUrl } = runtime().env;
  const workspaceId = await workspaceOf(credentials);
  if (workspaceId) {
    await tellStory(workspaceId, shop);
    await publishDemoJourneys(workspaceId);
  }
  const finished = { ...credentials, url: publicUrl };
  draftCredentials(dataDir, finished);
  finishCredentials(dataDir);
  return finished;
}

/** The port may have changed since the file was written. */
function atUrl(credentials: Credentials, url: string): Credentials {
  if (credentials.url === url) return credentials;
  const { dataDir } = runtime().env;
  draftCredentials(dataDir, { ...credentials, url });
  finishCredentials(dataDir);
  return { ...credentials, url };
}

function newCredentials(url: string): Credentials {
  return {
    url,
    email: EMAIL,
    password: randomBytes(12).toString('base64url'),
    writeKey: randomKey('write'),
    secretKey: randomKey('secret'),
  };
}

/** Several servers may start at once on PostgreSQL: one makes the demo, the others wait and find it. */
async function inTurn<Value>(work: () => Promise<Value>): Promise<Value> {
  const { engine, pool } = runtime();
  if (engine === 'pglite') return work();
  const client = await pool.connect();
  try {
    await client.query('select pg_advisory_lock($1)', [LOCK]);
    return await work();
  } finally {
    // The lock belongs to the session: dropping the connection gives it back.
    client.release(true);
  }
}
