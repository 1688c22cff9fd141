// Everything the studio does to journeys.
'use server';

import { CreateJourney, JourneyRef, SaveDraft } from '@/lib/core/api/journey';
import { action } from '@/lib/server/action';
import { archiveJourney as archiveJourneyVerb } from '@/lib/server/journeys/archive-journey';
import { checkDraft as checkDraftVerb } from '@/lib/server/journeys/check-draft';
import { createJourney as createJourneyVerb } from '@/lib/server/journeys/create-journey';
import { pauseJourney as pauseJourneyVerb } from '@/lib/server/journeys/pause-journey';
import { publishJourney as publishJourneyVerb } from '@/lib/server/journeys/publish-journey';
import { resumeJourney as resumeJourneyVerb } from '@/lib/server/journeys/resume-journey';
import { saveDraft as saveDraftVerb } from '@/lib/server/journeys/save-draft';

export const createJourney = action(CreateJourney, createJourneyVerb);
export const saveDraft = action(SaveDraft, saveDraftVerb);
export const checkDraft = action(JourneyRef, checkDraftVerb, ['owner', 'editor', 'viewer']);
export const publishJourney = action(JourneyRef, publishJourneyVerb);
export const pauseJourney = action(JourneyRef, pauseJourneyVerb);
export const resumeJourney = action(JourneyRef, resumeJourneyVerb);
export const archiveJourney = action(JourneyRef, archiveJourneyVerb);
