// Putting a segment away.
import { endpoints } from '@/lib/core/api/endpoints';
import { route } from '@/lib/server/route';
import { archiveSegment } from '@/lib/server/segments/archive-segment';

export const POST = route(endpoints.archiveSegment, archiveSegment);
