// Ends a journey for good.
import { endpoints } from '@/lib/core/api/endpoints';
import { archiveJourney } from '@/lib/server/journeys/archive-journey';
import { route } from '@/lib/server/route';

export const POST = route(endpoints.archiveJourney, archiveJourney);
