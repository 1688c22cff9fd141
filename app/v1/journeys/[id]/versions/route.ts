// Lists the versions of a journey.
import { endpoints } from '@/lib/core/api/endpoints';
import { listVersions } from '@/lib/server/journeys/list-versions';
import { route } from '@/lib/server/route';

export const GET = route(endpoints.listVersions, listVersions);
