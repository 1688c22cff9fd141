// The list of journeys, and making one.
import { endpoints } from '@/lib/core/api/endpoints';
import { createJourney } from '@/lib/server/journeys/create-journey';
import { listJourneys } from '@/lib/server/journeys/list-journeys';
import { route } from '@/lib/server/route';

export const GET = route(endpoints.listJourneys, listJourneys);
export const POST = route(endpoints.createJourney, createJourney);
