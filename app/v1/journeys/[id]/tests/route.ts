// The tests of a journey: list, add.
import { endpoints } from '@/lib/core/api/endpoints';
import { createJourneyTest } from '@/lib/server/journey-tests/create-journey-test';
import { listJourneyTests } from '@/lib/server/journey-tests/list-journey-tests';
import { route } from '@/lib/server/route';

export const GET = route(endpoints.listJourneyTests, listJourneyTests);
export const POST = route(endpoints.createJourneyTest, createJourneyTest);
