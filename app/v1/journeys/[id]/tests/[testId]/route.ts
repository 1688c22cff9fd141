// One test of a journey: replace, delete.
import { endpoints } from '@/lib/core/api/endpoints';
import { deleteJourneyTest } from '@/lib/server/journey-tests/delete-journey-test';
import { saveJourneyTest } from '@/lib/server/journey-tests/save-journey-test';
import { route } from '@/lib/server/route';

export const PUT = route(endpoints.saveJourneyTest, saveJourneyTest);
export const DELETE = route(endpoints.deleteJourneyTest, deleteJourneyTest);
