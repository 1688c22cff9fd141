// The address of the members of a segment of whom something is true.
import type { SegmentDetail } from '@/lib/core/api/segment';
import type { Condition } from '@/lib/core/condition/condition';
import { peopleLink } from './people-link';

export function membersWho({ id }: SegmentDetail, test: Condition): string {
  return peopleLink({ type: 'all', of: [{ type: 'segment', segmentId: id, isMember: true }, test] });
}
