// The people behind a figure of the holdout.
import { endpoints } from '@/lib/core/api/endpoints';
import { listHoldoutPeople } from '@/lib/server/holdout/list-holdout-people';
import { route } from '@/lib/server/route';

export const GET = route(endpoints.listHoldoutPeople, listHoldoutPeople);
