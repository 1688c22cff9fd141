// Who is in which segment by its condition, in maps: what the database holds in members, stays and due times.
import type { BatchOutcome, MembershipChange, SegmentDue } from '../engine/batch';
import type { Id } from '../id';

export class MemoryMembers {
  /** Every coming and going, in the order in which they were worked. */
  readonly changes: MembershipChange[] = [];
  private readonly members = new Map<Id<'cus'>, Set<Id<'seg'>>>();
  private readonly dues = new Map<string, SegmentDue>();

  of(customerId: Id<'cus'>): ReadonlySet<Id<'seg'>> {
    return this.members.get(customerId) ?? new Set();
  }

  /** Those due by an instant (ms). */
  dueBy(instant: number): SegmentDue[] {
    return [...this.dues.values()].filter(({ dueAt }) => dueAt <= instant);
  }

  /** Infinity where none is. */
  nextDue(): number {
    return Math.min(Number.POSITIVE_INFINITY, ...[...this.dues.values()].map(({ dueAt }) => dueAt));
  }

  write({ memberships, segmentDues }: Pick<BatchOutcome, 'memberships' | 'segmentDues'>): void {
    this.changes.push(...memberships);
    for (const { customerId, segmentId, hasEntered } of memberships) {
      const own = this.members.get(customerId) ?? new Set();
      this.members.set(customerId, own);
      if (hasEntered) own.add(segmentId);
      else own.delete(segmentId);
    }
    for (const { dueAt, ...one } of segmentDues) {
      const place = `${one.customerId}/${one.segmentId}`;
      if (dueAt === null) this.dues.delete(place);
      else this.dues.set(place, { ...one, dueAt });
    }
  }
}
