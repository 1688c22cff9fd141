// Publishes a draft.
import { endpoints } from '@/lib/core/api/endpoints';
import { publishJourney } from '@/lib/server/journeys/publish-journey';
import { route } from '@/lib/server/route';

export const POST = route(endpoints.publishJourney, publishJourney);
