// Journeys as the API and the studio see them.
import { z } from 'zod';
import { idOf } from '../id';
import { JourneyDocument } from '../journey/document';
import { ProblemCode } from '../journey/problem';
import { Instant } from './page';

export const JourneyState = z.enum(['draft', 'live', 'paused', 'archived']);
export type JourneyState = z.infer<typeof JourneyState>;

export const JourneySummary = z.object({
  id: idOf('jrn'),
  name: z.string(),
  state: JourneyState,
  liveVersion: z.number().int().nullable(),
  /** Revision of the draft; a save names the one it started from. */
  draftRevision: z.number().int(),
  /** Whether the draft differs from the live version. */
  hasUnpublishedChanges: z.boolean(),
  entered: z.number().int(),
  waiting: z.number().int(),
  createdAt: Instant,
  updatedAt: Instant,
});
export type JourneySummary = z.infer<typeof JourneySummary>;

export const JourneyDetail = JourneySummary.extend({ document: JourneyDocument });
export type JourneyDetail = z.infer<typeof JourneyDetail>;

export const JourneyName = z.string().trim().min(1).max(120);

export const CreateJourney = z.object({ name: JourneyName, document: JourneyDocument.optional() });
export type CreateJourney = z.infer<typeof CreateJourney>;

/** `draftRevision` is the revision the change started from; left out, the save overwrites whatever is there. */
export const SaveDraft = z.object({
  id: idOf('jrn'),
  name: JourneyName.optional(),
  document: JourneyDocument.optional(),
  draftRevision: z.number().int().optional(),
});
export type SaveDraft = z.infer<typeof SaveDraft>;

export const JourneyRef = z.object({ id: idOf('jrn') });
export type JourneyRef = z.infer<typeof JourneyRef>;

export const ProblemEntry = z.object({
  code: ProblemCode,
  grade: z.enum(['error', 'warning', 'advice']),
  nodeId: idOf('nod').nullable(),
  field: z.string().nullable(),
  message: z.string(),
});
export type ProblemEntry = z.infer<typeof ProblemEntry>;

/** Per node: people waiting there now, and how often it was passed since the journey first went live. */
export const NodeCounts = z.record(z.string(), z.object({ waiting: z.number().int(), passed: z.number().int() }));
export type NodeCounts = z.infer<typeof NodeCounts>;
