// E-mail against a real SMTP server: the contract, then headers, one recipient, injection and DKIM.
import { generateKeyPairSync } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type SmtpInbox, startSmtpInbox } from '@/e2e/smtp-inbox';
import type { JsonObject } from '@/lib/core/json';
import type { Connection } from '../channel';
import { closeLiquid } from '../liquid';
import { describeContract } from '../testing/channel-contract';
import { sampleOrder } from '../testing/sample-order';
import { verifyDkim } from '../testing/verify-dkim';
import { allowLoopback } from '../testing/with-settings';
import { EmailContent } from './content';
import { email } from './email';

function connectionTo(port: number, more: Partial<Connection> = {}, config: JsonObject = {}): Connection {
  return {
    id: 'con_mail',
    workspaceId: 'wsp_test',
    channel: 'email',
    provider: 'smtp',
    config: {
      fromName: 'Lumen & Co',
      fromAddress: 'news@shop.test',
      server: { host: '127.0.0.1', port, security: 'none' },
      ...config,
    },
    secret: {},
    problem: null,
    revision: `port ${port}`,
    ...more,
  };
}

let restore = () => {};
beforeAll(() => {
  restore = allowLoopback();
});
afterAll(() => restore());

describeContract(email, async () => {
  const inbox = await startSmtpInbox();
  const connection = connectionTo(inbox.port);
  return {
    connection,
    unreachable: connectionTo(1, { id: 'con_gone' }),
    order: sampleOrder('email', { connection }),
    addresses: {
      good: 'ann@shop.test',
      refused: 'nobody@shop.test',
      busy: 'full@shop.test',
      dropped: 'dropped@shop.test',
      malformed: [
        'ann',
        'a@b',
        'a b@shop.test',
        'a@shop.test\r\nBcc: v@evil.test',
        'a@x.test,b@y.test',
        '<a@x.test>',
      ],
    },
    taken: () =>
      inbox.messages.map(({ to, email: mail }) => ({ address: to.join(), id: mail.messageId ?? null })),
    close: () => inbox.close(),
  };
});

describe('an e-mail on the wire', () => {
  let inbox: SmtpInbox;
  beforeAll(async () => {
    inbox = await startSmtpInbox();
  });
  afterAll(async () => {
    await email.close();
    await inbox.close();
    await closeLiquid();
  });

  async function deliver(
    order: Parameters<typeof sampleOrder>[1] = {},
    connection = connectionTo(inbox.port),
  ) {
    const rendered = await email.render(sampleOrder('email', { connection, ...order }));
    if (!rendered.ok) throw new Error(rendered.refusal.message);
    expect(email.check(rendered.value, 'ann@shop.test')).toBeNull();
    const index = inbox.messages.length;
    const outcome = await email.send(connection, {
      key: 'enr_1/3',
      address: 'ann@shop.test',
      content: rendered.value,
    });
    expect(outcome).toMatchObject({ kind: 'accepted' });
    return inbox.mail(index);
  }

  it('has sender, both parts and the headers of bulk mail, each once', async () => {
    const { email: mail, raw, from, to } = await deliver();
    expect([from, to]).toEqual(['news@shop.test', ['ann@shop.test']]);
    expect(mail).toMatchObject({
      from: { name: 'Lumen & Co', address: 'news@shop.test' },
      to: [{ address: 'ann@shop.test' }],
      subject: 'Hello Ann',
    });
    expect(mail.html).toContain('Your basket: <strong>12.50</strong>');
    expect(mail.text).toContain('Your basket: 12.50');
    const names = mail.headers.map(({ key }) => key);
    const value = (name: string) =>
      mail.headers.filter(({ key }) => key === name).map((header) => header.value);
    expect(names).toEqual([...new Set(names)]);
    expect(value('list-unsubscribe')).toEqual(['<https://shop.test/u/token>']);
    expect(value('list-unsubscribe-post')).toEqual(['List-Unsubscribe=One-Click']);
    expect(value('feedback-id')).toEqual(['nod_test:jrn_test:wsp_test:throughline']);
    expect(value('message-id')[0]).toMatch(/^<[0-9a-f]{32}@shop\.test>$/);
    expect(raw).not.toContain('X-Mailer');
  });

  it('leaves unsubscribing out of transactional e-mails', async () => {
    const { email: mail } = await deliver({ data: { kind: 'transactional' } });
    expect(mail.headers.some(({ key }) => key.startsWith('list-'))).toBe(false);
    expect(mail.html).not.toContain('https://shop.test/u/token');
  });

  it('lets no customer add a header or a recipient', async () => {
    const { email: mail, to } = await deliver({
      attributes: { firstName: 'x\r\nBcc: v@evil.test\u0000\u2028y' },
    });
    expect(to).toEqual(['ann@shop.test']);
    expect(mail.subject).toBe('Hello x Bcc: v@evil.test y');
    expect(mail.headers.some(({ key }) => key === 'bcc')).toBe(false);
  });

  it('refuses a header with a line break wherever it came from', async () => {
    const content = EmailContent.parse({
      from: { name: 'Shop\nBcc: v@evil.test', address: 'a@shop.test' },
      replyTo: null,
      subject: 'x',
      html: '',
      text: '',
      headers: {},
    });
    expect(email.check(content, 'ann@shop.test')).toMatchObject({ code: 'bad-header' });
    const inHeader = {
      ...content,
      from: { name: 'Shop', address: 'a@shop.test' },
      headers: { 'X-A': 'b\r\nBcc: c' },
    };
    expect(email.check(inHeader, 'ann@shop.test')).toMatchObject({ code: 'bad-header' });
  });

  it('is signed by DKIM, the unsubscribe headers included', async () => {
    const { privateKey, publicKey } = generateKeyPairSync('rsa', { modulusLength: 2048 });
    const secret = { dkimPrivateKey: privateKey.export({ type: 'pkcs8', format: 'pem' }).toString() };
    const dkim = { domain: 'shop.test', selector: 's1' };
    const signed = connectionTo(inbox.port, { id: 'con_dkim', secret }, { dkim });
    const { raw } = await deliver({}, signed);
    const verified = verifyDkim(raw, publicKey);
    expect(verified).toMatchObject({ isValid: true, domain: 'shop.test', selector: 's1' });
    expect(verified.headers).toEqual(
      expect.arrayContaining(['list-unsubscribe', 'list-unsubscribe-post', 'from', 'subject']),
    );
    expect(verifyDkim(raw.replace('/u/token', '/u/other'), publicKey).isValid).toBe(false);
    expect(verifyDkim(raw.replace('12.50', '13.50'), publicKey).isValid).toBe(false);
  });

  it.each([
    ['nobody', { kind: 'rejected', isAddressBad: true }],
    ['full', { kind: 'retry' }],
    ['spam', { kind: 'rejected', isAddressBad: false }],
    ['busy', { kind: 'retry' }],
  ])('reads the reply for %s by its code', async (name, outcome) => {
    const connection = connectionTo(inbox.port);
    const rendered = await email.render(sampleOrder('email', { connection }));
    const content = rendered.ok ? rendered.value : {};
    expect(await email.send(connection, { key: name, address: `${name}@shop.test`, content })).toMatchObject(
      outcome,
    );
  });

  it('sends through SMTP_URL where no server was saved', async () => {
    const back = allowLoopback({ smtpUrl: inbox.url });
    const { email: mail } = await deliver({}, connectionTo(inbox.port, { id: null }, { server: null }));
    expect(mail.subject).toBe('Hello Ann');
    back();
  });

  it('does not connect to a saved server on the inside of the network', async () => {
    restore();
    const connection = connectionTo(inbox.port, { id: 'con_inside' });
    const before = inbox.messages.length;
    const rendered = await email.render(sampleOrder('email', { connection }));
    const content = rendered.ok ? rendered.value : {};
    const outcome = await email.send(connection, { key: 'k', address: 'ann@shop.test', content });
    expect(outcome).toMatchObject({
      kind: 'retry',
      reason: expect.stringContaining('not on the public internet'),
    });
    expect(inbox.messages).toHaveLength(before);
  });
});
