// A connection becomes a form and a form becomes a connection, and nothing is lost on the way.
import { describe, expect, it } from 'vitest';
import { type ConnectionDetail, SaveConnection } from '@/lib/core/api/connection';
import { emailInput, emailSettings } from './email-settings';

const bare: ConnectionDetail = {
  id: null,
  channel: 'email',
  provider: 'sandbox',
  config: {},
  secrets: [],
  callbacks: null,
  updatedAt: null,
};

const sender = {
  fromName: 'Meadow & Main',
  fromAddress: 'hello@meadow.example',
  replyTo: '',
  postalAddress: '1 Main Street',
};
const server = { host: 'smtp.meadow.example', port: '465', security: 'tls', username: 'meadow' };

const filled =
  (fields: Record<string, string>) =>
  (name: string): string =>
    fields[name] ?? '';

describe('a filled form', () => {
  it('asks for an SMTP server the schema accepts, and reads back the same', () => {
    const input = emailInput('server', filled({ ...sender, ...server, password: 'secret' }));
    const saved = SaveConnection.parse(input);
    expect(saved).toMatchObject({ provider: 'smtp', secret: { password: 'secret' } });
    expect(emailSettings({ ...bare, provider: 'smtp', config: saved.config })).toMatchObject({
      way: 'server',
      sender,
      server,
    });
  });

  it('keeps the stored secrets when their fields are empty', () => {
    expect(emailInput('server', filled({ ...sender, ...server }))).toMatchObject({ secret: {} });
  });

  it('asks for the operator’s server by naming none', () => {
    const saved = SaveConnection.parse(emailInput('operator', filled(sender)));
    expect(saved.config).toMatchObject({ server: null });
    expect(emailSettings({ ...bare, provider: 'smtp', config: saved.config }).way).toBe('operator');
  });

  it('asks for DKIM only when there is a domain or a selector', () => {
    expect(emailInput('server', filled({ ...sender, ...server })).config).toMatchObject({ dkim: null });
    const signed = emailInput(
      'server',
      filled({ ...sender, ...server, dkimDomain: 'm.example', dkimSelector: 's' }),
    );
    expect(signed.config).toMatchObject({ dkim: { domain: 'm.example', selector: 's' } });
  });

  it('asks for a sandbox with a sender, or without', () => {
    expect(SaveConnection.parse(emailInput('sandbox', filled(sender)))).toMatchObject({
      provider: 'sandbox',
      config: { sender: { fromAddress: 'hello@meadow.example' } },
    });
    expect(SaveConnection.safeParse(emailInput('sandbox', filled({}))).success).toBe(true);
  });
});

describe('a connection nobody saved', () => {
  it('shows an empty form with the usual port', () => {
    expect(emailSettings(bare)).toMatchObject({
      way: 'sandbox',
      sender: { fromName: '', replyTo: '' },
      server: { port: '587', security: 'starttls' },
    });
  });
});
