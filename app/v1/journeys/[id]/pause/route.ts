// Pauses a live journey.
import { endpoints } from '@/lib/core/api/endpoints';
import { pauseJourney } from '@/lib/server/journeys/pause-journey';
import { route } from '@/lib/server/route';

export const POST = route(endpoints.pauseJourney, pauseJourney);
