// The people behind a figure of repeat orders.
import { endpoints } from '@/lib/core/api/endpoints';
import { listRepeatPeople } from '@/lib/server/analytics/list-repeat-people';
import { route } from '@/lib/server/route';

export const GET = route(endpoints.listRepeatPeople, listRepeatPeople);
