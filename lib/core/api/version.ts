// Versions of a journey, and what publishing, undoing and resuming mean for the people inside, on the wire.
import { z } from 'zod';
import { JourneyDiff } from '../journey/diff';
import { JourneyDocument } from '../journey/document';
import { PublishPlan } from '../journey/publish-plan';
import { Forecast } from '../journey/resume-forecast';
import { ResumePlan } from '../journey/resume-plan';
import { MoveCounts, NodeTally } from '../journey/tally-moves';
import { textUpTo } from '../text';
import { JourneyRef, JourneyStanding } from './journey';
import { Instant, PageQuery } from './page';

const VersionNumber = z.coerce.number().int().min(1).max(2_147_483_647);
const Note = textUpTo(500).trim();

const publishing = {
  note: Note.optional().describe('What is new in this version, for colleagues.'),
  plan: PublishPlan.optional().describe(
    'What becomes of the people inside. Without it they all stay on their version.',
  ),
  resume: ResumePlan.optional().describe(
    'Of a paused journey, which publishing starts again: what becomes of what was due. Without it, shift.',
  ),
  ignoreFailingTests: z
    .boolean()
    .optional()
    .describe('Publishes although tests of the journey fail on the draft. Without it they refuse it.'),
};

export const PublishJourney = JourneyRef.extend(publishing);
export type PublishJourney = z.infer<typeof PublishJourney>;

export const PreviewPublish = JourneyRef.extend({ plan: publishing.plan });
export type PreviewPublish = z.infer<typeof PreviewPublish>;

/** One step that changes under people, and what may be chosen for them. */
const PlanNode = NodeTally.extend({
  type: z.string(),
  name: z.string(),
  canRetime: z.boolean(),
});

export const PublishPreview = z.object({
  fromVersion: z.number().int().nullable(),
  people: z.number().int().describe('Everybody inside, whatever version they are in.'),
  nodes: z
    .array(PlanNode)
    .describe(
      'Steps that hold people. Where some are in a version that has the step otherwise, it comes twice.',
    ),
  counts: MoveCounts.describe('What the plan would do; everybody stays where none was sent.'),
});
export type PublishPreview = z.infer<typeof PublishPreview>;

export const ListVersions = JourneyRef.extend(PageQuery.shape);
export type ListVersions = z.infer<typeof ListVersions>;

export const VersionSummary = z.object({
  version: z.number().int(),
  note: z.string(),
  publishedBy: z.string(),
  publishedAt: Instant,
  isLive: z.boolean().describe('Whether it is the one that enrolls.'),
  people: z.number().int().describe('How many are inside this version now.'),
  moves: MoveCounts.nullable().describe('What its publish plan did; null for the first version.'),
  undoneAt: Instant.nullable(),
  undoUntil: Instant.nullable().describe('Until when its publish can be undone; null where it cannot.'),
});
export type VersionSummary = z.infer<typeof VersionSummary>;

export const VersionRef = JourneyRef.extend({ version: VersionNumber });
export type VersionRef = z.infer<typeof VersionRef>;

export const VersionDetail = VersionSummary.extend({ document: JourneyDocument });
export type VersionDetail = z.infer<typeof VersionDetail>;

const Side = z.union([z.literal(['draft', 'live']), VersionNumber]);
export const DiffVersions = JourneyRef.extend({
  from: Side.default('live').describe('A version, or draft, or live.'),
  to: Side.default('draft'),
});
export type DiffVersions = z.infer<typeof DiffVersions>;

export const VersionDiff = z.object({
  diff: JourneyDiff,
  text: z.string().describe('The same as lines of text: + came, - went, ~ changed.'),
});
export type VersionDiff = z.infer<typeof VersionDiff>;

export const RestoreVersion = VersionRef.extend({
  publish: z.boolean().default(false).describe('Publish it at once as a new version.'),
  ...publishing,
});
export type RestoreVersion = z.infer<typeof RestoreVersion>;

export const UndonePublish = JourneyStanding.extend({
  restored: z.number().int().describe('How many people are back where they were.'),
  left: z.number().int().describe('How many could not be put back because they have moved on since.'),
});
export type UndonePublish = z.infer<typeof UndonePublish>;

export const ResumeJourney = JourneyRef.extend({
  plan: ResumePlan.optional().describe('What becomes of what was due. Without it, shift.'),
});
export type ResumeJourney = z.infer<typeof ResumeJourney>;

export const PreviewResume = JourneyRef.extend({
  spreadHours: z.coerce.number().int().min(1).max(720).default(24),
});
export type PreviewResume = z.infer<typeof PreviewResume>;

export const ResumePreview = z.object({
  pausedAt: Instant.nullable().describe('Null where the journey is not paused.'),
  due: z.number().int().describe('Waits that are over by now.'),
  held: z.number().int().describe('Sends that were held back.'),
  plans: z.object({ shift: Forecast, skip: Forecast, spread: Forecast }),
});
export type ResumePreview = z.infer<typeof ResumePreview>;
