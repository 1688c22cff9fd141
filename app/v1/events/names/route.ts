// The event names seen lately.
import { endpoints } from '@/lib/core/api/endpoints';
import { eventNames } from '@/lib/server/events/event-names';
import { route } from '@/lib/server/route';

export const GET = route(endpoints.eventNames, eventNames);
