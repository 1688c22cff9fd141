// The list of events, and the live tail.
import { endpoints } from '@/lib/core/api/endpoints';
import { listEvents } from '@/lib/server/events/list-events';
import { route } from '@/lib/server/route';

export const GET = route(endpoints.listEvents, listEvents);
