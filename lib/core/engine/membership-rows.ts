// Comings and goings of a batch as they are stored: who is in now, and stays that are over.
import type { MembershipChange } from './batch';

type Whose = Pick<MembershipChange, 'customerId' | 'segmentId'>;
type Turn = Pick<MembershipChange, 'at' | 'seq' | 'turn'>;

export interface MembershipRows {
  /** Who was in before the batch and left: their stays are over. */
  readonly left: readonly (Whose & { readonly left: Turn })[];
  /** Stays that began and ended in the batch. */
  readonly stays: readonly (Whose & { readonly entered: Turn; readonly left: Turn })[];
  /** Who came and is in at the end. */
  readonly entered: readonly (Whose & { readonly entered: Turn })[];
}

/** @param changes in the order in which they came about; of one customer and segment they take turns */
export function membershipRows(changes: readonly MembershipChange[]): MembershipRows {
  const left: MembershipRows['left'][number][] = [];
  const stays: MembershipRows['stays'][number][] = [];
  const inside = new Map<string, MembershipRows['entered'][number]>();
  for (const { customerId, segmentId, hasEntered, at, seq, turn } of changes) {
    const place = `${customerId}/${segmentId}`;
    const since = inside.get(place);
    const now = { at, seq, turn };
    if (hasEntered) inside.set(place, { customerId, segmentId, entered: now });
    else if (since === undefined) left.push({ customerId, segmentId, left: now });
    else {
      stays.push({ ...since, left: now });
      inside.delete(place);
    }
  }
  return { left, stays, entered: [...inside.values()] };
}
