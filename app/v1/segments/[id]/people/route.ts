// The people behind a figure of a segment.
import { endpoints } from '@/lib/core/api/endpoints';
import { route } from '@/lib/server/route';
import { listSegmentPeople } from '@/lib/server/segments/list-segment-people';

export const GET = route(endpoints.listSegmentPeople, listSegmentPeople);
