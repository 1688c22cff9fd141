// The priority of a journey.
import { endpoints } from '@/lib/core/api/endpoints';
import { setPriority } from '@/lib/server/delivery/set-priority';
import { route } from '@/lib/server/route';

export const PUT = route(endpoints.setPriority, setPriority);
