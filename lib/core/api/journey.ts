// Journeys as the API and the studio see them.
import { z } from 'zod';
import { idOf } from '../id';
import { JourneyDocument } from '../journey/document';
import { DraftChange } from '../journey/draft-change';
import { ProblemCode } from '../journey/problem';
import { textUpTo } from '../text';
import { Instant, PageQuery } from './page';
import { Priority } from './sending';

export const JourneyState = z.enum(['draft', 'live', 'paused', 'archived']);
export type JourneyState = z.infer<typeof JourneyState>;

export const JourneySummary = z.object({
  id: idOf('jrn'),
  name: z.string(),
  state: JourneyState,
  liveVersion: z
    .number()
    .int()
    .nullable()
    .describe('The version that enrolls; null before the first publish.'),
  draftRevision: z.number().int().describe('Revision of the draft; a save names the one it started from.'),
  hasUnpublishedChanges: z.boolean().describe('Whether the draft differs from the live version.'),
  priority: Priority,
  entered: z.number().int().describe('How often customers entered, over all versions.'),
  waiting: z.number().int().describe('How many customers are inside now.'),
  createdAt: Instant,
  updatedAt: Instant,
});
export type JourneySummary = z.infer<typeof JourneySummary>;

export const JourneyDetail = JourneySummary.extend({ document: JourneyDocument });
export type JourneyDetail = z.infer<typeof JourneyDetail>;

const JourneyName = textUpTo(120).trim().min(1);

export const ListJourneys = PageQuery.extend({
  state: JourneyState.optional().describe(
    'Only journeys in this state. Without it, all but the archived ones.',
  ),
});
export type ListJourneys = z.infer<typeof ListJourneys>;

export const CreateJourney = z.strictObject({ name: JourneyName, document: JourneyDocument.optional() });
export type CreateJourney = z.infer<typeof CreateJourney>;

/** `draftRevision` is the revision the change started from; left out, the save overwrites whatever is there. */
export const SaveDraft = z.strictObject({
  id: idOf('jrn'),
  name: JourneyName.optional(),
  document: JourneyDocument.optional(),
  draftRevision: z
    .number()
    .int()
    .min(1)
    .optional()
    .describe('The revision the change started from. Left out, the save overwrites whatever is there.'),
});
export type SaveDraft = z.infer<typeof SaveDraft>;

export const JourneyRef = z.strictObject({ id: idOf('jrn') });
export type JourneyRef = z.infer<typeof JourneyRef>;

/** Where a journey stands after publish, pause, resume or archive. `version` is null before the first publish. */
export const JourneyStanding = z.object({
  id: idOf('jrn'),
  state: JourneyState,
  version: z.number().int().nullable(),
  publishedAt: Instant.nullable(),
});
export type JourneyStanding = z.infer<typeof JourneyStanding>;

export const ProblemEntry = z.object({
  code: ProblemCode,
  grade: z.enum(['error', 'warning', 'advice']),
  nodeId: idOf('nod').nullable(),
  field: z.string().nullable(),
  message: z.string(),
});
export type ProblemEntry = z.infer<typeof ProblemEntry>;

/** 422: why a draft was not published. */
export const DoesNotCompile = z.object({
  code: z.literal('does-not-compile'),
  message: z.string(),
  problems: z.array(ProblemEntry),
});
export type DoesNotCompile = z.infer<typeof DoesNotCompile>;

/** 409: somebody saved in between. Holds the draft as it is now and what changed since the revision that was named. */
export const StaleDraft = z.object({
  code: z.literal('stale-draft'),
  message: z.string(),
  field: z.literal('draftRevision'),
  draftRevision: z.number().int(),
  name: z.string(),
  document: JourneyDocument,
  changed: DraftChange,
  changedBy: z.array(z.string()),
});
export type StaleDraft = z.infer<typeof StaleDraft>;

/** Per node: people waiting there now, and how often it was passed since the journey first went live. */
export const NodeCounts = z.record(
  z.string(),
  z.object({ waiting: z.number().int(), passed: z.number().int() }),
);
export type NodeCounts = z.infer<typeof NodeCounts>;
