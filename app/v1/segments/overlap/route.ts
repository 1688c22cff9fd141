// Who is in several segments at once.
import { endpoints } from '@/lib/core/api/endpoints';
import { route } from '@/lib/server/route';
import { segmentOverlap } from '@/lib/server/segments/segment-overlap';

export const GET = route(endpoints.segmentOverlap, segmentOverlap);
