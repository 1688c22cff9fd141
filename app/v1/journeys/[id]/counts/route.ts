// People per node of a journey.
import { endpoints } from '@/lib/core/api/endpoints';
import { journeyCounts } from '@/lib/server/journeys/journey-counts';
import { route } from '@/lib/server/route';

export const GET = route(endpoints.journeyCounts, journeyCounts);
