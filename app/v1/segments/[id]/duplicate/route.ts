// A copy of a segment.
import { endpoints } from '@/lib/core/api/endpoints';
import { route } from '@/lib/server/route';
import { duplicateSegment } from '@/lib/server/segments/duplicate-segment';

export const POST = route(endpoints.duplicateSegment, duplicateSegment);
