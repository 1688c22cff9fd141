// A small stable hash: lanes, derived ids and (later) experiment arms must never depend on chance.

/**
 * 53-bit non-cryptographic hash of a text (cyrb53 by bryc, public domain), the same on every machine.
 * @returns an integer in [0, 2^53)
 */
export function hash53(text: string, seed = 0): number {
  let high = 0xdeadbeef ^ seed;
  let low = 0x41c6ce57 ^ seed;
  for (let index = 0; index < text.length; index += 1) {
    const unit = text.charCodeAt(index);
    high = Math.imul(high ^ unit, 2654435761);
    low = Math.imul(low ^ unit, 1597334677);
  }
  high = Math.imul(high ^ (high >>> 16), 2246822507) ^ Math.imul(low ^ (low >>> 13), 3266489909);
  low = Math.imul(low ^ (low >>> 16), 2246822507) ^ Math.imul(high ^ (high >>> 13), 3266489909);
  return 4294967296 * (2097151 & low) + (high >>> 0);
}

/** How many lanes the customers of a workspace are spread over. */
export const LANES = 16;

/** The lane of a customer, 0 to LANES - 1: everything that happens to one customer happens in one lane, in order. */
export function laneOf(customerId: string): number {
  return hash53(customerId) % LANES;
}
