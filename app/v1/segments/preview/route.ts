// Who would be in a segment.
import { endpoints } from '@/lib/core/api/endpoints';
import { route } from '@/lib/server/route';
import { previewSegment } from '@/lib/server/segments/preview-segment';

export const POST = route(endpoints.previewSegment, previewSegment);
