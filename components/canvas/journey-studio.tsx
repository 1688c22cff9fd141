// One journey, open for drawing: holds the sitting and puts its parts together.
'use client';

import { ReactFlowProvider } from '@xyflow/react';
import { useEffect, useState } from 'react';
import type { JourneyDetail } from '@/lib/core/api/journey';
import type { JourneyDocument } from '@/lib/core/journey/document';
import { createAutosave } from './autosave';
import { ConflictDialog } from './conflict-dialog';
import { Header, type View } from './header';
import { NewerLive } from './newer-live';
import { OpenedVersion } from './opened-version';
import { createStore } from './store';
import { startStudio } from './studio';
import { type StudioActions, StudioServerProvider } from './studio-actions';
import { StudioProvider } from './studio-context';
import { Workbench } from './workbench';

interface JourneyStudioProps {
  journey: JourneyDetail;
  /** The drawing of the live version, or null before the first publish. */
  live: JourneyDocument | null;
  /** Whether there is a live version that only a newer release can read. */
  isLiveNewer?: boolean;
  canEdit: boolean;
  actions: StudioActions;
  /** An old version that is looked at instead of the draft. */
  opened?: number;
}

export function JourneyStudio({ journey, live, isLiveNewer, canEdit, actions, opened }: JourneyStudioProps) {
  const [store] = useState(() => createStore(startStudio(journey, live, canEdit)));
  const [autosave] = useState(() => createAutosave(store, actions.save));
  const [view, setView] = useState<View>('canvas');
  useEffect(() => {
    const stop = autosave.start();
    const wake = () => void autosave.flush();
    window.addEventListener('online', wake);
    return () => {
      stop();
      window.removeEventListener('online', wake);
      void autosave.flush();
    };
  }, [autosave]);
  return (
    <StudioProvider value={store}>
      <StudioServerProvider value={{ actions, autosave }}>
        <ReactFlowProvider>
          <div className="flex h-full flex-col overflow-hidden">
            <Header view={view} onView={setView} />
            {opened !== undefined && <OpenedVersion id={journey.id} version={opened} />}
            {isLiveNewer && <NewerLive />}
            <Workbench view={view} />
          </div>
          <ConflictDialog />
        </ReactFlowProvider>
      </StudioServerProvider>
    </StudioProvider>
  );
}
