// The global holdout: the share of customers who get no marketing, so that its effect on the others can be measured.
import { hash53 } from '../hash';

const BUCKETS = 10_000;

/** What a customer is drawn by. */
export interface HoldoutUnit {
  readonly workspaceId: string;
  /** Of the profile that remains after merges. */
  readonly customerId: string;
  /** The first address known, so that profiles of one address fall together and a later one changes nothing. */
  readonly email: string | null;
}

/**
 * Whether a customer is in the holdout: a salted hash into 10,000 buckets, the same on every machine and at every time.
 * A larger share keeps everybody who was in the smaller one.
 * @param percent 0 to 15
 */
export function isHeldOut(percent: number, { workspaceId, customerId, email }: HoldoutUnit): boolean {
  const person = email === null ? customerId : email.trim().toLowerCase();
  return hash53(`global-holdout/${workspaceId}/${person}`) % BUCKETS < percent * 100;
}
