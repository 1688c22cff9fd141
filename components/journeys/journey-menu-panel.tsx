// What the journey's button opens, and the question before archiving.
'use client';

import { useQueryClient } from '@tanstack/react-query';
import { Archive, ArrowUpNarrowWide, Pause, Play } from 'lucide-react';
import { useTranslations } from 'next-intl';
import { type ReactElement, useState } from 'react';
import { PriorityDialog } from '@/components/sending/priority-dialog';
import { useAct } from '@/components/shell/use-act';
import { ConfirmDialog } from '@/components/ui/confirm-dialog';
import {
  DropdownMenu,
  DropdownMenuContent,
  DropdownMenuItem,
  DropdownMenuTrigger,
} from '@/components/ui/dropdown-menu';
import { toast } from '@/components/ui/toast';
import { archiveJourney, pauseJourney, resumeJourney } from '@/lib/actions/journeys';
import type { JourneySummary } from '@/lib/core/api/journey';
import { ResumeDialog } from './resume-dialog';

interface JourneyMenuPanelProps {
  trigger: ReactElement;
  journey: JourneySummary;
}

export function JourneyMenuPanel({ trigger, journey }: JourneyMenuPanelProps) {
  const t = useTranslations('journeys');
  const { id, name, state } = journey;
  const [isArchiving, setIsArchiving] = useState(false);
  const [isRanking, setIsRanking] = useState(false);
  const tell = useTold();
  const pause = useAct(pauseJourney, () => tell(t('paused', { name })));
  const [isResuming, setIsResuming] = useState(false);
  const resume = useAct(resumeJourney, () => {
    setIsResuming(false);
    tell(t('resumed', { name }));
  });
  return (
    <>
      <DropdownMenu defaultOpen>
        <DropdownMenuTrigger asChild>{trigger}</DropdownMenuTrigger>
        <DropdownMenuContent>
          {state === 'live' && (
            <DropdownMenuItem onSelect={() => pause.act({ id })}>
              <Pause aria-hidden />
              {t('pause')}
            </DropdownMenuItem>
          )}
          {state === 'paused' && (
            <DropdownMenuItem onSelect={() => setIsResuming(true)}>
              <Play aria-hidden />
              {t('resume')}
            </DropdownMenuItem>
          )}
          <DropdownMenuItem onSelect={() => setIsRanking(true)}>
            <ArrowUpNarrowWide aria-hidden />
            {t('priority')}
          </DropdownMenuItem>
          <DropdownMenuItem variant="danger" onSelect={() => setIsArchiving(true)}>
            <Archive aria-hidden />
            {t('archive')}
          </DropdownMenuItem>
        </DropdownMenuContent>
      </DropdownMenu>
      {isResuming && (
        <ResumeDialog
          journey={journey}
          isPending={resume.isPending}
          onResume={(plan) => resume.act({ id, plan })}
          onClose={() => setIsResuming(false)}
        />
      )}
      {isRanking && <PriorityDialog journey={journey} onClose={() => setIsRanking(false)} onDone={tell} />}
      {isArchiving && <ArchiveDialog journey={journey} onClose={() => setIsArchiving(false)} />}
    </>
  );
}

/** Says what was done, and reads the list again. */
function useTold(): (message: string) => void {
  const client = useQueryClient();
  return (message) => {
    toast.success(message);
    void client.invalidateQueries({ queryKey: ['journeys'] });
  };
}

function ArchiveDialog({ journey, onClose }: { journey: JourneySummary; onClose: () => void }) {
  const t = useTranslations('journeys');
  const { id, name, waiting } = journey;
  const tell = useTold();
  const { act, isPending } = useAct(archiveJourney, () => {
    onClose();
    tell(t('archivedToast', { name }));
  });
  return (
    <ConfirmDialog
      open
      onOpenChange={(isOpen) => !isOpen && onClose()}
      title={t('archiveConfirm.title', { name })}
      description={t('archiveConfirm.description', { count: waiting })}
      action={t('archiveConfirm.action')}
      isPending={isPending}
      onConfirm={() => act({ id })}
    />
  );
}
