// The properties an event has.
import { endpoints } from '@/lib/core/api/endpoints';
import { seenProperties } from '@/lib/server/events/seen-properties';
import { route } from '@/lib/server/route';

export const GET = route(endpoints.seenProperties, seenProperties);
