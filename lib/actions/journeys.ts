// Everything the studio does to journeys.
'use server';

import { CreateJourney, JourneyRef, SaveDraft } from '@/lib/core/api/journey';
import { PreviewPublish, PublishJourney, RestoreVersion, ResumeJourney } from '@/lib/core/api/version';
import { action } from '@/lib/server/action';
import { archiveJourney as archiveJourneyVerb } from '@/lib/server/journeys/archive-journey';
import { checkDraft as checkDraftVerb } from '@/lib/server/journeys/check-draft';
import { createJourney as createJourneyVerb } from '@/lib/server/journeys/create-journey';
import { pauseJourney as pauseJourneyVerb } from '@/lib/server/journeys/pause-journey';
import { previewPublish as previewPublishVerb } from '@/lib/server/journeys/preview-publish';
import { publishJourney as publishJourneyVerb } from '@/lib/server/journeys/publish-journey';
import { restoreVersion as restoreVersionVerb } from '@/lib/server/journeys/restore-version';
import { resumeJourney as resumeJourneyVerb } from '@/lib/server/journeys/resume-journey';
import { saveDraft as saveDraftVerb } from '@/lib/server/journeys/save-draft';
import { undoPublish as undoPublishVerb } from '@/lib/server/journeys/undo-publish';

export const createJourney = action(CreateJourney, createJourneyVerb);
export const saveDraft = action(SaveDraft, saveDraftVerb);
export const checkDraft = action(JourneyRef, checkDraftVerb, ['owner', 'editor', 'viewer']);
export const publishJourney = action(PublishJourney, publishJourneyVerb);
export const previewPublish = action(PreviewPublish, previewPublishVerb);
export const undoPublish = action(JourneyRef, undoPublishVerb);
export const restoreVersion = action(RestoreVersion, restoreVersionVerb);
export const pauseJourney = action(JourneyRef, pauseJourneyVerb);
export const resumeJourney = action(ResumeJourney, resumeJourneyVerb);
export const archiveJourney = action(JourneyRef, archiveJourneyVerb);
