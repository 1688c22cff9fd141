// The global holdout: the share of customers who get no marketing, so that its effect on the others can be measured.

import { hexBelow } from '../hex-below';
import { md5 } from '../md5';

/** What a customer is drawn by. */
export interface HoldoutUnit {
  readonly workspaceId: string;
  /** Of the profile that remains after merges. */
  readonly customerId: string;
  /** The first address known, so that profiles of one address fall together and a later one changes nothing. */
  readonly email: string | null;
}

/** Which customers are held out: `percent` (0 to 15) of them, others with each draw (from 1). */
export interface HoldoutDraw {
  readonly percent: number;
  readonly draw: number;
}

/** What is hashed of a customer, before who they are. */
export const holdoutSalt = (workspaceId: string, draw: number): string =>
  `global-holdout/${workspaceId}/${draw}/`;

/**
 * Whether a customer is in the holdout: a salted hash, the same on every machine, at every time, and in the database.
 * A larger share of the same draw keeps everybody who was in the smaller one.
 */
export function isHeldOut({ percent, draw }: HoldoutDraw, unit: HoldoutUnit): boolean {
  const { workspaceId, customerId, email } = unit;
  const person = email === null ? customerId : email.trim().toLowerCase();
  return md5(holdoutSalt(workspaceId, draw) + person) < hexBelow(percent);
}
