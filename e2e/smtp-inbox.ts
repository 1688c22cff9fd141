// A real SMTP server that keeps what it gets, for tests. Some recipients are answered the way bad days are.
import { once } from 'node:events';
import type { AddressInfo } from 'node:net';
import PostalMime, { type Email } from 'postal-mime';
import {
  SMTPServer,
  type SMTPServerAddress,
  type SMTPServerDataStream,
  type SMTPServerSession,
} from 'smtp-server';

interface InboxMail {
  readonly from: string;
  readonly to: readonly string[];
  /** The bytes as they came, for signatures. */
  readonly raw: string;
  readonly email: Email;
}

export interface SmtpInbox {
  readonly port: number;
  /** For SMTP_URL. */
  readonly url: string;
  readonly messages: readonly InboxMail[];
  /** The mail at this place, waiting until it has come. */
  mail(index: number): Promise<InboxMail>;
  /** The first mail to this address, waiting until it has come. */
  mailTo(address: string): Promise<InboxMail>;
  close(): Promise<void>;
}

type Done = (error?: Error | null) => void;

function reply(code: number, text: string): Error {
  return Object.assign(new Error(text), { responseCode: code });
}

/** By the recipient's local part: refused for ever, refused for now, refused after the data, dropped after the data. */
const beforeData: Readonly<Record<string, Error>> = {
  nobody: reply(550, '5.1.1 No such user here'),
  full: reply(452, '4.2.2 Mailbox full'),
};
const afterData: Readonly<Record<string, (done: Done, server: SMTPServer) => void>> = {
  spam: (done) => done(reply(554, '5.7.1 Looks like spam')),
  busy: (done) => done(reply(451, '4.3.0 Try again later')),
  // Kept, and then the line goes dead before the answer.
  dropped: (_done, server) => {
    for (const connection of server.connections) {
      if (typeof connection === 'object' && connection !== null && 'close' in connection) drop(connection);
    }
  },
};

function drop(connection: object): void {
  // smtp-server keeps the socket on the connection but does not type it.
  const { _socket: socket } = connection as { _socket?: { destroy(): void } };
  socket?.destroy();
}

export async function startSmtpInbox(port = 0): Promise<SmtpInbox> {
  const messages: InboxMail[] = [];
  const waiting: (() => void)[] = [];
  const server: SMTPServer = new SMTPServer({
    authOptional: true,
    disabledCommands: ['STARTTLS'],
    // Senders keep their connections; closing must not wait for them.
    closeTimeout: 100,
    onAuth: (auth, _session, done) => done(null, { user: auth.username ?? '' }),
    onRcptTo: (address, _session, done) => done(beforeData[localPart(address)] ?? null),
    onData: (stream, session, done) => {
      void keep(stream, session).then((mail) => {
        messages.push(mail);
        for (const tell of waiting.splice(0)) tell();
        const answer = afterData[mail.to[0]?.split('@')[0] ?? ''];
        if (answer) answer(done, server);
        else done();
      }, done);
    },
  });
  server.on('error', () => {});
  server.listen(port, '127.0.0.1');
  await once(server.server, 'listening');
  // A server that listens on a TCP port has an address object.
  const { port: chosen } = server.server.address() as AddressInfo;
  const first = async (find: () => InboxMail | undefined) => {
    for (;;) {
      const mail = find();
      if (mail) return mail;
      await new Promise<void>((resolve) => waiting.push(resolve));
    }
  };
  return {
    port: chosen,
    url: `smtp://127.0.0.1:${chosen}`,
    messages,
    mail: (index) => first(() => messages[index]),
    mailTo: (address) => first(() => messages.find(({ to }) => to.includes(address))),
    close: () => new Promise((resolve) => server.close(resolve)),
  };
}

function localPart(address: SMTPServerAddress): string {
  return address.address.split('@')[0] ?? '';
}

async function keep(stream: SMTPServerDataStream, session: SMTPServerSession): Promise<InboxMail> {
  const chunks: Buffer[] = [];
  for await (const chunk of stream) chunks.push(Buffer.from(chunk));
  const bytes = Buffer.concat(chunks);
  const { mailFrom, rcptTo } = session.envelope;
  return {
    from: mailFrom ? mailFrom.address : '',
    to: rcptTo.map(({ address }) => address),
    raw: bytes.toString('latin1'),
    email: await PostalMime.parse(bytes),
  };
}
