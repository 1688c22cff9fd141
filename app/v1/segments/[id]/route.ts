// One segment, and changing it.
import { endpoints } from '@/lib/core/api/endpoints';
import { route } from '@/lib/server/route';
import { findSegment } from '@/lib/server/segments/find-segment';
import { saveSegment } from '@/lib/server/segments/save-segment';

export const GET = route(endpoints.findSegment, findSegment);
export const PUT = route(endpoints.saveSegment, saveSegment);
