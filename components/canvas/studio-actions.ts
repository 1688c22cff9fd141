// What the studio can ask of the server. The page hands the actions in, so that the studio also runs without one.
'use client';

import { createContext, use } from 'react';
import type { z } from 'zod';
import type { DoesNotCompile, JourneyRef, JourneyStanding, ProblemEntry } from '@/lib/core/api/journey';
import type { MessagePreview, PreviewMessage } from '@/lib/core/api/preview';
import type * as version from '@/lib/core/api/version';
import type { Refusal, Result } from '@/lib/core/result';
import type { Autosave, Save } from './autosave';

type Move = (input: JourneyRef) => Promise<Result<JourneyStanding, Refusal>>;

export interface StudioActions {
  readonly save: Save;
  readonly publish: (
    input: z.input<typeof version.PublishJourney>,
  ) => Promise<Result<JourneyStanding, Refusal | DoesNotCompile>>;
  readonly previewPublish: (
    input: z.input<typeof version.PreviewPublish>,
  ) => Promise<Result<version.PublishPreview, Refusal | DoesNotCompile>>;
  readonly undoPublish: (input: JourneyRef) => Promise<Result<version.UndonePublish>>;
  readonly restore: (
    input: z.input<typeof version.RestoreVersion>,
  ) => Promise<Result<JourneyStanding, Refusal | DoesNotCompile>>;
  readonly pause: Move;
  readonly resume: (input: version.ResumeJourney) => Promise<Result<JourneyStanding>>;
  readonly archive: Move;
  /** Judges the saved draft, templates included, which the browser cannot judge itself. */
  readonly check: (
    input: JourneyRef,
  ) => Promise<Result<{ draftRevision: number; problems: readonly ProblemEntry[] }>>;
  readonly preview: (input: PreviewMessage) => Promise<Result<MessagePreview>>;
}

interface StudioServer {
  readonly actions: StudioActions;
  readonly autosave: Autosave;
}

const StudioServerContext = createContext<StudioServer | null>(null);

export const StudioServerProvider = StudioServerContext;

export function useStudioServer(): StudioServer {
  const server = use(StudioServerContext);
  if (!server) throw new Error('This belongs inside a journey studio.');
  return server;
}
