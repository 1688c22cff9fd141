// The e-mail form's view of a connection, and the connection a filled form asks for.
import type { z } from 'zod';
import type { ConnectionDetail, SaveConnection } from '@/lib/core/api/connection';

/** What a form may send: the schema fills in what is left out. */
export type ConnectionInput = z.input<typeof SaveConnection>;

export type EmailWay = 'sandbox' | 'server' | 'operator';
export type Security = 'starttls' | 'tls' | 'none';

export interface EmailSettings {
  readonly way: EmailWay;
  readonly sender: { fromName: string; fromAddress: string; replyTo: string; postalAddress: string };
  readonly server: { host: string; port: string; security: Security; username: string };
  readonly dkim: { domain: string; selector: string };
}

type Stored = Record<string, unknown>;

function objectIn(stored: Stored, name: string): Stored {
  const value = stored[name];
  // A connection's config is JSON that was parsed when it was saved: an object's keys are strings.
  return typeof value === 'object' && value !== null ? (value as Stored) : {};
}

function textIn(stored: Stored, name: string): string {
  const value = stored[name];
  return typeof value === 'string' || typeof value === 'number' ? String(value) : '';
}

export function emailSettings({ provider, config }: ConnectionDetail): EmailSettings {
  const sender = provider === 'sandbox' ? objectIn(config, 'sender') : config;
  const server = objectIn(config, 'server');
  const dkim = objectIn(config, 'dkim');
  return {
    way: wayOf(provider, config),
    sender: {
      fromName: textIn(sender, 'fromName'),
      fromAddress: textIn(sender, 'fromAddress'),
      replyTo: textIn(sender, 'replyTo'),
      postalAddress: textIn(sender, 'postalAddress'),
    },
    server: {
      host: textIn(server, 'host'),
      port: textIn(server, 'port') || '587',
      security: securityFrom(textIn(server, 'security')),
      username: textIn(server, 'username'),
    },
    dkim: { domain: textIn(dkim, 'domain'), selector: textIn(dkim, 'selector') },
  };
}

function securityFrom(value: string): Security {
  return value === 'tls' || value === 'none' ? value : 'starttls';
}

function wayOf(provider: ConnectionDetail['provider'], config: Stored): EmailWay {
  if (provider === 'sandbox') return 'sandbox';
  return config.server ? 'server' : 'operator';
}

type Text = (name: string) => string;

/** @param text the form's fields by name; an empty secret keeps the stored one. */
export function emailInput(way: EmailWay, text: Text): ConnectionInput {
  const sender = {
    fromName: text('fromName'),
    fromAddress: text('fromAddress'),
    replyTo: text('replyTo').trim() || null,
    postalAddress: text('postalAddress'),
  };
  if (way === 'sandbox') {
    const isGiven = sender.fromName.trim() !== '' || sender.fromAddress.trim() !== '';
    return { provider: 'sandbox', channel: 'email', config: isGiven ? { sender } : {} };
  }
  const config = { ...sender, server: way === 'server' ? serverFrom(text) : null, dkim: dkimFrom(text) };
  const secret = {
    ...(text('password') && { password: text('password') }),
    ...(text('dkimPrivateKey') && { dkimPrivateKey: text('dkimPrivateKey') }),
  };
  return { provider: 'smtp', channel: 'email', config, secret };
}

function serverFrom(text: Text) {
  const [host, username] = [text('host').trim(), text('username')];
  return { host, port: Number(text('port')), security: securityFrom(text('security')), username };
}

function dkimFrom(text: Text) {
  const [domain, selector] = [text('dkimDomain').trim(), text('dkimSelector').trim()];
  return domain || selector ? { domain, selector } : null;
}
