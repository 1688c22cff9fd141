// The contract every channel keeps: render → check → send → status. Nothing outside a channel's folder knows its kind.
import type { z } from 'zod';
import type { Channel as ChannelKind } from '@/lib/core/api/message';
import type { Id } from '@/lib/core/id';
import type { JsonObject } from '@/lib/core/json';
import type { Refusal, Result } from '@/lib/core/result';
import type { Secret } from '../secrets/seal';

/** A provider connection, opened: it holds secrets in the clear and lives in memory only. */
export interface Connection {
  /** Null for the sandbox and for SMTP_URL, which nobody saved. */
  readonly id: Id<'con'> | null;
  readonly workspaceId: Id<'wsp'>;
  readonly channel: ChannelKind;
  readonly provider: string;
  readonly config: JsonObject;
  readonly secret: Secret;
  /** Why it cannot be used, e.g. a secret sealed under another key; its messages wait. */
  readonly problem: string | null;
  /** Changes when the connection was edited, so that open sockets are not used with old settings. */
  readonly revision: string;
}

/** Everything a message may speak of. */
export interface Order {
  readonly workspace: { readonly id: Id<'wsp'>; readonly name: string; readonly locale: string };
  readonly journey: { readonly id: Id<'jrn'>; readonly name: string };
  readonly nodeId: Id<'nod'>;
  readonly customer: {
    readonly id: Id<'cus'>;
    readonly attributes: JsonObject;
    readonly email: string | null;
    readonly phone: string | null;
  };
  /** The command's payload: the node's data, `trigger` and `dueAt`. */
  readonly payload: JsonObject;
  readonly unsubscribeUrl: string;
  readonly connection: Connection;
}

/** `render-failed`: the message cannot be put together; `try-again`: not now. */
export interface RenderProblem {
  readonly code: 'render-failed' | 'try-again';
  readonly message: string;
}

/** Content on its way to one address. The same key always becomes the same id at the provider. */
export interface Parcel<Content = JsonObject> {
  readonly key: string;
  readonly address: string;
  readonly content: Content;
}

/** What the other side answered, where a step may want to keep it. */
interface ProviderAnswer {
  readonly status: number;
  readonly body: string;
}

export type SendOutcome =
  | {
      readonly kind: 'accepted';
      readonly providerMessageId: string | null;
      readonly isSandboxed: boolean;
      readonly answer?: ProviderAnswer;
    }
  /** Certainly not taken; may be tried again, not before `retryAfterMs` where the provider asked for that. */
  | { readonly kind: 'retry'; readonly reason: string; readonly retryAfterMs: number | null }
  /** Certainly not taken and never will be; a bad address gets nothing any more. */
  | {
      readonly kind: 'rejected';
      readonly reason: string;
      readonly isAddressBad: boolean;
      readonly answer?: ProviderAnswer;
    }
  /** It may have been taken or not. */
  | { readonly kind: 'unknown'; readonly reason: string };

/** What a provider says later about a message it took. */
export interface StatusReport {
  readonly providerMessageId: string;
  readonly status: 'sent' | 'delivered' | 'failed';
  readonly reason: string | null;
}

/** One service behind a channel. */
export interface Provider<Content> {
  readonly name: string;
  send(connection: Connection, parcel: Parcel<Content>): Promise<SendOutcome>;
  /** Reads a status call of this provider; null where it says nothing new. */
  readStatus?(call: Readonly<Record<string, string>>): StatusReport | null;
  /** Ends pooled connections. */
  close?(): Promise<void>;
}

interface ChannelDefinition<Content extends JsonObject> {
  readonly kind: ChannelKind;
  readonly content: z.ZodType<Content>;
  readonly providers: Readonly<Record<string, Provider<Content>>>;
  render(order: Order): Promise<Result<Content, RenderProblem>>;
  check(content: Content, address: string): Refusal | null;
}

export interface Channel {
  readonly kind: ChannelKind;
  /** Puts the content together from the payload and the customer as they are now. */
  render(order: Order): Promise<Result<JsonObject, RenderProblem>>;
  /** The last look before a provider sees it: address, headers, sizes. */
  check(content: JsonObject, address: string): Refusal | null;
  send(connection: Connection, parcel: Parcel): Promise<SendOutcome>;
  status(provider: string, call: Readonly<Record<string, string>>): StatusReport | null;
  close(): Promise<void>;
}

/** Content comes back from the database as JSON: each door parses it into what the channel wrote. */
export function defineChannel<Content extends JsonObject>(definition: ChannelDefinition<Content>): Channel {
  const { kind, content, providers } = definition;
  const providerOf = (name: string) => (Object.hasOwn(providers, name) ? providers[name] : undefined);
  return {
    kind,
    render: (order) => definition.render(order),
    check: (stored, address) => definition.check(content.parse(stored), address),
    send: async (connection, parcel) => {
      const provider = providerOf(connection.provider);
      if (!provider) throw new Error(`The channel ${kind} has no provider ${connection.provider}.`);
      if (connection.problem) return { kind: 'retry', reason: connection.problem, retryAfterMs: null };
      return provider.send(connection, { ...parcel, content: content.parse(parcel.content) });
    },
    status: (provider, call) => providerOf(provider)?.readStatus?.(call) ?? null,
    close: async () => {
      await Promise.all(Object.values(providers).map((provider) => provider.close?.()));
    },
  };
}
