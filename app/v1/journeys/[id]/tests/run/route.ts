// Runs the tests of a journey.
import { endpoints } from '@/lib/core/api/endpoints';
import { runJourneyTests } from '@/lib/server/journey-tests/run-journey-tests';
import { route } from '@/lib/server/route';

export const POST = route(endpoints.runJourneyTests, runJourneyTests);
