// Members by an attribute.
import { endpoints } from '@/lib/core/api/endpoints';
import { route } from '@/lib/server/route';
import { segmentComposition } from '@/lib/server/segments/segment-composition';

export const GET = route(endpoints.segmentComposition, segmentComposition);
