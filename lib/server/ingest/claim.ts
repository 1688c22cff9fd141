// Who an event says it is about: the identifiers it carries, in their one spelling.
import type { JsonObject } from '@/lib/core/json';
import { normalEmail, normalPhone } from './address';

export type IdentifierKind = 'user-id' | 'anonymous-id' | 'email' | 'phone';

export interface Claim {
  readonly userId: string | null;
  readonly email: string | null;
  readonly phone: string | null;
  readonly anonymousId: string | null;
  /** alias only: an id this customer went by before. */
  readonly previousId: string | null;
}

/** @param traits where the address may stand, the most telling first. */
export function claimOf(
  ids: Pick<Claim, 'userId' | 'anonymousId' | 'previousId'>,
  traits: readonly JsonObject[],
): Claim {
  return {
    ...ids,
    email: firstOf(traits, 'email', normalEmail),
    phone: firstOf(traits, 'phone', normalPhone),
  };
}

export function isAnyone(claim: Claim): boolean {
  return (claim.userId ?? claim.anonymousId ?? claim.email ?? claim.phone) !== null;
}

function firstOf(
  traits: readonly JsonObject[],
  key: string,
  normal: (text: string) => string | null,
): string | null {
  for (const holder of traits) {
    const value = holder[key];
    const found = typeof value === 'string' ? normal(value) : null;
    if (found !== null) return found;
  }
  return null;
}
