// What the operator reads when the server is ready: where it is, how to sign in, what to send events with.
import path from 'node:path';
import type { Runtime } from '../runtime';
import type { Credentials } from './credentials';

const POWER_LOSS = `
  The embedded database keeps every accepted event when this program is killed, but it may lose the latest ones, or
  be damaged, when the machine crashes or loses power. For data you cannot lose, set DATABASE_URL to a PostgreSQL.
`;

const STOP = '\n  Ctrl+C stops it; npm run up starts it again with everything that was kept.\n';

export function announce({ env, engine }: Runtime, credentials: Credentials | null): void {
  const way = credentials
    ? wayIn(credentials, path.resolve(env.dataDir, 'credentials.json'))
    : '\n  Open it and sign in. Whoever opens a new installation first becomes its owner.\n';
  const honesty = engine === 'pglite' ? POWER_LOSS : '';
  process.stdout.write(`\nThroughline is running at ${env.publicUrl}\n${way}${honesty}${STOP}\n`);
}

function wayIn({ email, password, writeKey, secretKey }: Credentials, file: string): string {
  return `
  E-mail       ${email}
  Password     ${password}
  Write key    ${writeKey}   sends events
  Secret key   ${secretKey}   uses the API; keep it to yourself

  The same stands in ${file}, which only you can read.

  Live traffic in Settings sets the demo shop going: its customers visit, buy and abandon.
`;
}
