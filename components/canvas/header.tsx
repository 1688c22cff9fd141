// The head of a journey: which one, where it stands, whether it is safe, and what can be done with it.
'use client';

import { ChevronLeft, List, Pause, Play, Workflow } from 'lucide-react';
import Link from 'next/link';
import { useTranslations } from 'next-intl';
import { useState } from 'react';
import { TestsButton } from '@/components/journey-tests/tests-button';
import { ResumeDialog } from '@/components/journeys/resume-dialog';
import { StateBadge } from '@/components/journeys/state-badge';
import { Button } from '@/components/ui/button';
import { SegmentedControl } from '@/components/ui/segmented-control';
import { Tooltip } from '@/components/ui/tooltip';
import { VersionsSheet } from '@/components/versions/versions-sheet';
import { HistoryButtons } from './history-buttons';
import { JourneyMenu } from './journey-menu';
import { JourneyTitle } from './journey-title';
import { PublishButton } from './publish-button';
import { SaveStatus } from './save-status';
import { isUnpublished } from './studio';
import { useStudio } from './studio-context';
import { useStanding } from './use-standing';

export type View = 'canvas' | 'outline';

/** What the head asks about, one at a time. */
type Asking = 'publish' | 'versions' | null;

interface HeaderProps {
  view: View;
  onView: (view: View) => void;
}

export function Header({ view, onView }: HeaderProps) {
  const t = useTranslations('canvas.header');
  const state = useStudio((studio) => studio.standing.state);
  const [asking, setAsking] = useState<Asking>(null);
  const ask = (what: Asking) => (isOpen: boolean) => setAsking(isOpen ? what : null);
  return (
    <header className="flex shrink-0 flex-wrap items-center gap-x-3 gap-y-2 border-b bg-surface px-4 py-2 max-sm:px-2.5">
      <div className="flex min-w-0 flex-1 items-center gap-2">
        <Tooltip content={t('back')}>
          <Button asChild variant="ghost" size="icon-sm" className="-ml-1">
            <Link href="/journeys" aria-label={t('back')}>
              <ChevronLeft aria-hidden />
            </Link>
          </Button>
        </Tooltip>
        <JourneyTitle />
        <StateBadge state={state} />
        <VersionNote />
      </div>
      <div className="flex items-center gap-2 max-sm:w-full max-sm:justify-between">
        <SaveStatus />
        <HistoryButtons />
        <SegmentedControl
          label={t('view')}
          value={view}
          onValueChange={onView}
          options={[
            { value: 'canvas', label: <Workflow aria-hidden />, title: t('canvas') },
            { value: 'outline', label: <List aria-hidden />, title: t('outline') },
          ]}
        />
        <TestsButton />
        <PauseButton />
        <PublishButton isAsking={asking === 'publish'} onAsking={ask('publish')} />
        <JourneyMenu onVersions={() => setAsking('versions')} />
        <VersionsSheet
          isOpen={asking === 'versions'}
          onOpenChange={ask('versions')}
          onPublish={() => setAsking('publish')}
        />
      </div>
    </header>
  );
}

/** Which version customers go through, and whether the drawing has moved on since. */
function VersionNote() {
  const t = useTranslations('canvas.header');
  const version = useStudio((studio) => studio.standing.liveVersion);
  const hasNews = useStudio(isUnpublished);
  if (version === null) return null;
  return (
    <span className="truncate text-muted text-xs max-md:hidden">
      {t(hasNews ? 'versionChanged' : 'version', { version })}
    </span>
  );
}

function PauseButton() {
  const t = useTranslations('canvas.header');
  const state = useStudio((studio) => studio.standing.state);
  const canEdit = useStudio((studio) => studio.canEdit);
  const { run, isPending } = useStanding();
  const [isAsking, setAsking] = useState(false);
  if (!canEdit || (state !== 'live' && state !== 'paused')) return null;
  const isLive = state === 'live';
  return (
    <>
      <Button isPending={isPending} onClick={() => (isLive ? run('pause') : setAsking(true))}>
        {isLive ? <Pause aria-hidden /> : <Play aria-hidden />}
        {t(isLive ? 'pause' : 'resume')}
      </Button>
      {isAsking && <ResumeQuestion onClose={() => setAsking(false)} />}
    </>
  );
}

function ResumeQuestion({ onClose }: { onClose: () => void }) {
  const id = useStudio((studio) => studio.id);
  const name = useStudio((studio) => studio.name);
  const { run, isPending } = useStanding();
  return (
    <ResumeDialog
      journey={{ id, name }}
      isPending={isPending}
      onClose={onClose}
      onResume={(plan) => run('resume', onClose, (actions) => actions.resume({ id, plan }))}
    />
  );
}
