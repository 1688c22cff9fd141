// Decides whether a host or a URL may be reached, and pins the one address a connection may go to.
import { isIP } from 'node:net';
import { ok, type Refusal, type Result, refuse } from '@/lib/core/result';
import { fault } from '../fault';
import { isGlobalAddress } from './global-address';
import { type Address, isAllowedHost, type OutgoingRules, outgoingRules } from './rules';

const HTTPS_PORTS = [443, 8443];
const HTTP_PORTS = [80, 8080];

export interface Destination {
  readonly url: URL;
  /** The checked address: the only one the connection may use. */
  readonly pinned: Address;
}

function no(code: string, message: string): { readonly ok: false; readonly refusal: Refusal } {
  return refuse({ code, message, field: 'url' });
}

/** Judges the text of a URL without asking the network. */
export function checkUrl(text: string, rules: OutgoingRules = outgoingRules()): Result<URL> {
  if (!URL.canParse(text)) return no('bad-url', 'This is not a web address.');
  const url = new URL(text);
  if (url.protocol !== 'https:' && url.protocol !== 'http:')
    return no('bad-url', 'Only https addresses work.');
  if (url.username || url.password)
    return no('user-info', 'A web address must not hold a user name or password.');
  const port = portOf(url);
  if (isAllowedHost(rules, hostOf(url), port)) return ok(url);
  if (url.protocol === 'http:' && !rules.allowHttp) return no('not-https', 'Only https addresses work.');
  const ports = url.protocol === 'https:' ? HTTPS_PORTS : HTTP_PORTS;
  if (!ports.includes(port)) return no('forbidden-port', `Port ${port} is not allowed.`);
  return ok(url);
}

/** Judges a URL and every address behind its name. One lookup, whose first address is pinned. */
export async function checkDestination(
  text: string,
  rules: OutgoingRules = outgoingRules(),
): Promise<Result<Destination>> {
  const checked = checkUrl(text, rules);
  if (!checked.ok) return checked;
  const url = checked.value;
  const pinned = await checkHost(hostOf(url), portOf(url), rules);
  return pinned.ok ? ok({ url, pinned: pinned.value }) : pinned;
}

/** The address a socket to this host may connect to, for protocols without a URL, such as SMTP. */
export async function checkHost(
  host: string,
  port: number,
  rules: OutgoingRules = outgoingRules(),
): Promise<Result<Address>> {
  const addresses = await addressesOf(host, rules);
  const [first] = addresses;
  if (!first) return no('unknown-host', `The name ${host} cannot be found.`);
  if (isAllowedHost(rules, host, port)) return ok(first);
  if (rules.ownHosts.includes(host) || addresses.some(({ address }) => !isGlobalAddress(address)))
    return no('forbidden-address', `${host} is not on the public internet.`);
  return ok(first);
}

async function addressesOf(host: string, rules: OutgoingRules): Promise<readonly Address[]> {
  const family = isIP(host);
  if (family) return [{ address: host, family }];
  return fault('outgoing.resolve', () => rules.resolve(host)).catch(() => []);
}

/** The host as a resolver wants it: no brackets, no root dot. */
function hostOf(url: URL): string {
  return url.hostname.replace(/^\[|\]$/g, '').replace(/\.$/, '');
}

function portOf(url: URL): number {
  return Number(url.port) || (url.protocol === 'https:' ? 443 : 80);
}
