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

export const createJourney = action('createJourney', CreateJourney, createJourneyVerb);
export const saveDraft = action('saveDraft', SaveDraft, saveDraftVerb);
export const checkDraft = action('checkDraft', JourneyRef, checkDraftVerb, ['owner', 'editor', 'viewer']);
export const publishJourney = action('publishJourney', PublishJourney, publishJourneyVerb);
export const previewPublish = action('previewPublish', PreviewPublish, previewPublishVerb);
export const undoPublish = action('undoPublish', JourneyRef, undoPublishVerb);
export const restoreVersion = action('restoreVersion', RestoreVersion, restoreVersionVerb);
export const pauseJourney = action('pauseJourney', JourneyRef, pauseJourneyVerb);
export const resumeJourney = action('resumeJourney', ResumeJourney, resumeJourneyVerb);
export const archiveJourney = action('archiveJourney', JourneyRef, archiveJourneyVerb);
