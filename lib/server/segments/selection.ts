// Whom a condition is asked about, when, and what has been worked by then.
import type { Id } from '@/lib/core/id';

/** Customers by their ids: from the first until before the second, null where there is no end. */
export interface Portion {
  readonly from: string | null;
  readonly until: string | null;
}

export interface Selection {
  readonly workspaceId: Id<'wsp'>;
  /** The moment (ms) at which the condition is asked. */
  readonly now: number;
  /** The workspace's: days are those of its clock. */
  readonly timeZone: string;
  /** How far lanes have been worked: of them no later event counts. Left out: whatever is stored counts. */
  readonly upTo?: readonly { readonly lane: number; readonly cursor: number }[];
  /** Left out: everybody. */
  readonly portion?: Portion;
}
