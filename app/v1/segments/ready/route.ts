// Ready segments to copy.
import { endpoints } from '@/lib/core/api/endpoints';
import { route } from '@/lib/server/route';
import { listReadySegments } from '@/lib/server/segments/list-ready-segments';

export const GET = route(endpoints.readySegments, listReadySegments);
