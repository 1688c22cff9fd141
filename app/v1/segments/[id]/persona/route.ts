// What a segment’s members are like.
import { endpoints } from '@/lib/core/api/endpoints';
import { route } from '@/lib/server/route';
import { segmentPersona } from '@/lib/server/segments/segment-persona';

export const GET = route(endpoints.segmentPersona, segmentPersona);
