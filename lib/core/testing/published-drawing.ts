// One version of a journey as it was drawn, and whether it lets anybody in.
import type { Id } from '../id';
import type { JourneyDocument } from '../journey/document';

export interface PublishedDrawing {
  readonly journeyId: Id<'jrn'>;
  readonly version: number;
  readonly document: JourneyDocument;
  readonly isEnrolling: boolean;
}
