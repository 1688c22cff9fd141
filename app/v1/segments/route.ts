// The segments, and making one.
import { endpoints } from '@/lib/core/api/endpoints';
import { route } from '@/lib/server/route';
import { createSegment } from '@/lib/server/segments/create-segment';
import { listSegments } from '@/lib/server/segments/list-segments';

export const GET = route(endpoints.listSegments, listSegments);
export const POST = route(endpoints.createSegment, createSegment);
