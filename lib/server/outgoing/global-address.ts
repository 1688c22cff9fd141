// Which addresses of the internet are public. Everything else is somebody's inside and never a customer's webhook.
import ipaddr from 'ipaddr.js';

const GLOBAL_V6 = ipaddr.parseCIDR('2000::/3');

/**
 * True for a public unicast address. Private, loopback, link-local, carrier-grade, multicast, documentation and
 * reserved ranges are not, and neither are IPv6 forms that carry an IPv4 address inside (mapped, 6to4, NAT64, Teredo).
 */
export function isGlobalAddress(address: string): boolean {
  if (!ipaddr.isValid(address)) return false;
  const parsed = ipaddr.parse(address);
  if (parsed.range() !== 'unicast') return false;
  return parsed.kind() === 'ipv4' || parsed.match(GLOBAL_V6);
}
