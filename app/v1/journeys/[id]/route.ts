// One journey: read it, save its draft.
import { endpoints } from '@/lib/core/api/endpoints';
import { findJourney } from '@/lib/server/journeys/find-journey';
import { saveDraft } from '@/lib/server/journeys/save-draft';
import { route } from '@/lib/server/route';

export const GET = route(endpoints.findJourney, findJourney);
export const PUT = route(endpoints.saveDraft, saveDraft);
