// Open SMTP connections, one pool per saved connection; an edited connection gets a new pool.
import type { Readable } from 'node:stream';
import { createTransport } from 'nodemailer';
import type MailMessage from 'nodemailer/lib/mailer/mail-message';
import { z } from 'zod';
import { SmtpConfig } from '@/lib/core/api/connection';
import { checkHost } from '../../outgoing/check-destination';
import { runtime } from '../../runtime';
import type { Connection } from '../channel';

/** The header names that get a DKIM signature beyond the usual ones; without it a relay could change the link. */
const SIGNED = `From:Sender:Reply-To:Subject:Date:Message-ID:To:MIME-Version:Content-Type:Content-Transfer-Encoding:List-Unsubscribe:List-Unsubscribe-Post:Feedback-ID`;

export class SmtpNotUsable extends Error {}

/** The part of a connection's settings that is about the wire. */
const Wire = z.object({ server: SmtpConfig.shape.server, dkim: SmtpConfig.shape.dkim });

function build(connection: Connection, target: Target) {
  const { dkim } = Wire.parse(connection.config);
  const { dkimPrivateKey } = connection.secret;
  const transport = createTransport({
    pool: true,
    maxConnections: 8,
    maxMessages: 100,
    // A connection found dead before a byte of the message was sent may be replaced a few times.
    maxRequeues: 3,
    ...target,
    connectionTimeout: 10_000,
    greetingTimeout: 10_000,
    socketTimeout: 30_000,
    disableFileAccess: true,
    disableUrlAccess: true,
    ...(dkim && dkimPrivateKey
      ? {
          dkim: {
            domainName: dkim.domain,
            keySelector: dkim.selector,
            privateKey: dkimPrivateKey,
            headerFieldNames: SIGNED,
          },
        }
      : {}),
  });
  transport.use('stream', watchContent);
  return transport;
}

type Pool = ReturnType<typeof build>;

interface Target {
  readonly host: string;
  readonly port: number;
  readonly secure: boolean;
  readonly requireTLS: boolean;
  readonly ignoreTLS: boolean;
  readonly auth?: { readonly user: string; readonly pass: string };
  readonly tls?: { readonly servername: string };
}

const pools = new Map<string, Promise<Pool>>();
const contents = new WeakMap<object, Readable>();

export function poolOf(connection: Connection): Promise<Pool> {
  const name = `${connection.workspaceId}/${connection.id}`;
  const key = `${name}@${connection.revision}`;
  const open = pools.get(key);
  if (open) return open;
  for (const other of pools.keys()) if (other.startsWith(`${name}@`)) void closePool(other);
  const pool = targetOf(connection).then((target) => build(connection, target));
  pools.set(key, pool);
  pool.catch(() => pools.delete(key));
  return pool;
}

export async function closePools(): Promise<void> {
  await Promise.all([...pools.keys()].map(closePool));
}

/** Whether the server began to take the content of the mail that was sent with this marker. */
export function wasTaken(marker: object): boolean {
  return contents.get(marker)?.readableDidRead === true;
}

/** Keeps hold of the stream a mail is read from: the library reads it only after the server said "go ahead". */
function watchContent(mail: MailMessage, done: () => void): void {
  const { message, data } = mail;
  const create = message.createReadStream.bind(message);
  message.createReadStream = (options) => {
    const stream = create(options);
    const { marker } = data as { marker?: object }; // our own field, passed through the library
    if (marker) contents.set(marker, stream);
    return stream;
  };
  done();
}

async function closePool(key: string): Promise<void> {
  const pool = pools.get(key);
  pools.delete(key);
  await pool?.then(
    (open) => open.close(),
    () => {},
  );
}

async function targetOf(connection: Connection): Promise<Target> {
  const { server } = Wire.parse(connection.config);
  if (!server) return environmentTarget();
  const { host, port, security, username } = server;
  const checked = await checkHost(host, port);
  if (!checked.ok) throw new SmtpNotUsable(checked.refusal.message);
  return {
    host: checked.value.address,
    port,
    secure: security === 'tls',
    requireTLS: security === 'starttls',
    ignoreTLS: security === 'none',
    tls: { servername: host },
    ...(username ? { auth: { user: username, pass: connection.secret.password ?? '' } } : {}),
  };
}

/** The operator's own relay may stand anywhere; one on this machine needs no encryption, and seldom has a real certificate. */
function environmentTarget(): Target {
  const { smtpUrl } = runtime().env;
  if (!smtpUrl) throw new SmtpNotUsable('SMTP_URL is not set.');
  const url = new URL(smtpUrl);
  const secure = url.protocol === 'smtps:';
  const host = url.hostname.replace(/^\[|\]$/g, '');
  return {
    host,
    port: Number(url.port) || (secure ? 465 : 587),
    secure,
    requireTLS: false,
    ignoreTLS: ['localhost', '127.0.0.1', '::1'].includes(host),
    ...(url.username
      ? { auth: { user: decodeURIComponent(url.username), pass: decodeURIComponent(url.password) } }
      : {}),
  };
}
