// Letting one customer into a journey.
import { endpoints } from '@/lib/core/api/endpoints';
import { enterJourney } from '@/lib/server/entries/enter-journey';
import { route } from '@/lib/server/route';

export const POST = route(endpoints.enterJourney, enterJourney);
