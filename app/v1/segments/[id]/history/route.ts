// A segment’s size over time.
import { endpoints } from '@/lib/core/api/endpoints';
import { route } from '@/lib/server/route';
import { segmentHistory } from '@/lib/server/segments/segment-history';

export const GET = route(endpoints.segmentHistory, segmentHistory);
