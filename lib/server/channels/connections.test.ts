// Connections: secrets go in and never come out, stay with their server, and are one workspace's own.
import { eq } from 'drizzle-orm';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { auditLog, connections } from '@/drizzle/schema';
import { type SmtpInbox, startSmtpInbox } from '@/e2e/smtp-inbox';
import { SaveConnection } from '@/lib/core/api/connection';
import type { Actor } from '../actor';
import { inWorkspace } from '../db/transaction';
import { freshWorkspace } from '../testing/fresh-workspace';
import { findConnection } from './find-connection';
import { closeLiquid } from './liquid';
import { loadConnections } from './load-connections';
import { closeChannels } from './registry';
import { saveConnection } from './save-connection';
import { sendTest } from './send-test';
import { allowLoopback, withSettings } from './testing/with-settings';

const server = { host: '127.0.0.1', port: 2525, security: 'none', username: 'shop' } as const;
const sender = { fromName: 'Shop', fromAddress: 'news@shop.test' };

const smtp = (more: object = {}, secret?: object) =>
  SaveConnection.parse({
    provider: 'smtp',
    channel: 'email',
    config: { ...sender, server, ...more },
    ...(secret && { secret }),
  });
const twilio = (more: object = {}, secret?: object) =>
  SaveConnection.parse({
    provider: 'twilio',
    channel: 'sms',
    config: { accountSid: `AC${'a'.repeat(32)}`, from: '+15005550006', ...more },
    ...(secret && { secret }),
  });
const opened = ({ workspaceId }: Actor) => inWorkspace(workspaceId, (tx) => loadConnections(tx, workspaceId));

let restore = () => {};
beforeAll(() => {
  restore = allowLoopback();
});
afterAll(async () => {
  restore();
  await closeChannels();
  await closeLiquid();
});

describe('saveConnection', () => {
  it('seals the secret and shows its name only', async () => {
    const { actor, workspaceId } = await freshWorkspace();
    const saved = await saveConnection(actor, smtp({}, { password: 'geheim' }));
    expect(saved).toMatchObject({
      ok: true,
      value: { connection: { secrets: ['password'] }, signingSecret: null },
    });
    const found = await findConnection(actor, 'email');
    expect(found).toMatchObject({ provider: 'smtp', config: { server, ...sender }, secrets: ['password'] });
    const stored = await inWorkspace(workspaceId, async (tx) =>
      JSON.stringify([await tx.select().from(connections), await tx.select().from(auditLog)]),
    );
    expect(stored + JSON.stringify([saved, found])).not.toContain('geheim');
    expect((await opened(actor)).email.secret).toEqual({ password: 'geheim' });
  });

  it('keeps a secret that is left out, for the same server only', async () => {
    const { actor } = await freshWorkspace();
    await saveConnection(actor, smtp({}, { password: 'geheim' }));
    expect(await saveConnection(actor, smtp({ fromName: 'New name' }))).toMatchObject({ ok: true });
    expect((await opened(actor)).email.secret).toEqual({ password: 'geheim' });
    const moved = await saveConnection(actor, smtp({ server: { ...server, port: 2526 } }));
    expect(moved).toMatchObject({ ok: false, refusal: { field: 'secret.password' } });
    expect((await opened(actor)).email.config).toMatchObject({ server: { port: 2525 } });
  });

  it('refuses servers on the inside and keys that are none', async () => {
    restore();
    const { actor } = await freshWorkspace();
    const inside = await saveConnection(actor, smtp({}, { password: 'x' }));
    expect(inside).toMatchObject({ ok: false, refusal: { field: 'config.server.host' } });
    const metadata = await saveConnection(
      actor,
      twilio({ baseUrl: 'https://169.254.169.254' }, { authToken: 'x' }),
    );
    expect(metadata).toMatchObject({ ok: false, refusal: { field: 'config.baseUrl' } });
    restore = allowLoopback();
    const dkim = { domain: 'shop.test', selector: 's' };
    const key = await saveConnection(actor, smtp({ dkim }, { password: 'x', dkimPrivateKey: 'not a key' }));
    expect(key).toMatchObject({ ok: false, refusal: { field: 'secret.dkimPrivateKey' } });
    expect(await saveConnection(actor, twilio())).toMatchObject({
      ok: false,
      refusal: { field: 'secret.authToken' },
    });
  });

  it('makes a signing secret once and shows it once', async () => {
    const { actor } = await freshWorkspace();
    const hook = SaveConnection.parse({ provider: 'http', channel: 'webhook', config: {} });
    const first = await saveConnection(actor, hook);
    expect(first).toMatchObject({ ok: true, value: { signingSecret: expect.stringMatching(/^whsec_/) } });
    expect(await saveConnection(actor, hook)).toMatchObject({ ok: true, value: { signingSecret: null } });
    expect(first.ok && first.value.signingSecret).toBe((await opened(actor)).webhook.secret.signingSecret);
  });

  it('tells Twilio where to call, and goes back to the sandbox', async () => {
    const { actor } = await freshWorkspace();
    const saved = await saveConnection(actor, twilio({}, { authToken: 'geheim' }));
    const id = saved.ok ? saved.value.connection.id : '';
    expect((await findConnection(actor, 'sms')).callbacks).toEqual({
      status: `http://localhost:3000/v1/providers/twilio/${id}/status`,
      inbound: `http://localhost:3000/v1/providers/twilio/${id}/inbound`,
    });
    await saveConnection(actor, SaveConnection.parse({ provider: 'sandbox', channel: 'sms', config: {} }));
    expect(await findConnection(actor, 'sms')).toMatchObject({
      id,
      provider: 'sandbox',
      secrets: [],
      callbacks: null,
    });
  });

  it.each([
    { fromName: 'Shop\r\nBcc: v@evil.test' },
    { fromAddress: 'news@shop.test\nBcc: v@evil.test' },
    { replyTo: 'a@x.test, b@y.test' },
    { server: { ...server, host: 'smtp.example\r\nRCPT TO' } },
    { server: { ...server, port: 0 } },
  ])('does not parse %j', (more) => {
    expect(() => smtp(more)).toThrow();
  });

  it('is invisible to another workspace', async () => {
    const [a, b] = [await freshWorkspace(), await freshWorkspace()];
    await saveConnection(a.actor, smtp({}, { password: 'x' }));
    expect(await findConnection(b.actor, 'email')).toMatchObject({ id: null, provider: 'sandbox' });
    const seen = await inWorkspace(b.workspaceId, (tx) =>
      tx.select().from(connections).where(eq(connections.workspaceId, a.workspaceId)),
    );
    expect(seen).toEqual([]);
  });
});

describe('loadConnections', () => {
  it('falls back to SMTP_URL, then to the sandbox', async () => {
    const { actor } = await freshWorkspace();
    expect((await opened(actor)).email.provider).toBe('sandbox');
    const back = withSettings({ smtpUrl: 'smtp://127.0.0.1:2525', publicUrl: 'https://shop.example' });
    expect((await opened(actor)).email).toMatchObject({
      provider: 'smtp',
      config: { server: null, fromAddress: 'no-reply@shop.example' },
    });
    expect((await opened(actor)).sms.provider).toBe('sandbox');
    back();
  });

  it('lets messages wait where the secret cannot be opened', async () => {
    const { actor } = await freshWorkspace();
    await saveConnection(actor, smtp({}, { password: 'x' }));
    const back = withSettings({ secretKey: Buffer.alloc(32, 9) });
    expect((await opened(actor)).email).toMatchObject({
      secret: {},
      problem: expect.stringContaining('enter it again'),
    });
    back();
  });
});

describe('sendTest', () => {
  let inbox: SmtpInbox;
  let back = () => {};
  afterEach(async () => {
    back();
    await closeChannels();
    await inbox.close();
  });

  it('sends one e-mail through the saved server', async () => {
    inbox = await startSmtpInbox();
    const { actor } = await freshWorkspace();
    await saveConnection(actor, smtp({ server: { ...server, port: inbox.port, username: '' } }));
    const sent = await sendTest(actor, { channel: 'email', to: 'ann@shop.test' });
    expect(sent).toEqual({ ok: true, value: { provider: 'smtp', isSandboxed: false } });
    const { email: mail } = await inbox.mail(0);
    expect(mail).toMatchObject({
      from: { address: 'news@shop.test' },
      subject: expect.stringMatching(/^A test from/),
    });
    expect(await sendTest(actor, { channel: 'email', to: 'nobody@shop.test' })).toMatchObject({
      ok: false,
      refusal: { code: 'not-sent', message: expect.stringContaining('No such user') },
    });
    expect(await sendTest(actor, { channel: 'email', to: 'a@b@c' })).toMatchObject({
      ok: false,
      refusal: { code: 'bad-address', field: 'to' },
    });
  });

  it('works in the sandbox on every channel', async () => {
    inbox = await startSmtpInbox();
    const { actor } = await freshWorkspace();
    const sent = await Promise.all([
      sendTest(actor, { channel: 'sms', to: '+420601123456' }),
      sendTest(actor, { channel: 'webhook', to: 'https://crm.example/hook' }),
    ]);
    expect(sent).toMatchObject([{ value: { isSandboxed: true } }, { value: { isSandboxed: true } }]);
    back = () => {};
  });
});
