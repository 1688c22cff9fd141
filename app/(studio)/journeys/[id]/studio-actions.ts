// What the studio may ask of the server, for the draft and for old versions alike.
import {
  archiveJourney,
  checkDraft,
  pauseJourney,
  previewPublish,
  publishJourney,
  restoreVersion,
  resumeJourney,
  saveDraft,
  undoPublish,
} from '@/lib/actions/journeys';
import { previewMessage } from '@/lib/actions/messages';

export const studioActions = {
  save: saveDraft,
  check: checkDraft,
  publish: publishJourney,
  previewPublish,
  undoPublish,
  restore: restoreVersion,
  pause: pauseJourney,
  resume: resumeJourney,
  archive: archiveJourney,
  preview: previewMessage,
};
