// What outgoing requests may do here: the operator's flags, and the way names become addresses.
import { lookup } from 'node:dns/promises';
import { hostname } from 'node:os';
import { runtime } from '../runtime';

export interface Address {
  readonly address: string;
  readonly family: number;
}

export interface OutgoingRules {
  readonly allowHttp: boolean;
  /** `host` or `host:port` entries that the operator trusts, private addresses and unusual ports included. */
  readonly allowHosts: readonly string[];
  /** Our own names: a request to ourselves would be a loop or a way around sign-in. */
  readonly ownHosts: readonly string[];
  resolve(host: string): Promise<readonly Address[]>;
}

export function outgoingRules(): OutgoingRules {
  const { env } = runtime();
  return {
    allowHttp: env.allowHttpWebhooks,
    allowHosts: env.outgoingAllowHosts,
    ownHosts: [new URL(env.publicUrl).hostname, hostname()],
    resolve: (host) => lookup(host, { all: true, verbatim: true }),
  };
}

export function isAllowedHost(rules: OutgoingRules, host: string, port: number): boolean {
  return rules.allowHosts.includes(host) || rules.allowHosts.includes(`${host}:${port}`);
}
