// What the journey's button opens, and the question before archiving.
'use client';

import { useQueryClient } from '@tanstack/react-query';
import { Archive, Pause, Play } from 'lucide-react';
import { useTranslations } from 'next-intl';
import { type ReactElement, useState } from 'react';
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

interface JourneyMenuPanelProps {
  trigger: ReactElement;
  journey: JourneySummary;
}

export function JourneyMenuPanel({ trigger, journey }: JourneyMenuPanelProps) {
  const t = useTranslations('journeys');
  const { id, name, state, waiting } = journey;
  const [isConfirming, setIsConfirming] = useState(false);
  const client = useQueryClient();
  const done = (message: string) => () => {
    setIsConfirming(false);
    toast.success(message);
    return client.invalidateQueries({ queryKey: ['journeys'] });
  };
  const pause = useAct(pauseJourney, done(t('paused', { name })));
  const resume = useAct(resumeJourney, done(t('resumed', { name })));
  const archive = useAct(archiveJourney, done(t('archivedToast', { name })));
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
            <DropdownMenuItem onSelect={() => resume.act({ id })}>
              <Play aria-hidden />
              {t('resume')}
            </DropdownMenuItem>
          )}
          <DropdownMenuItem variant="danger" onSelect={() => setIsConfirming(true)}>
            <Archive aria-hidden />
            {t('archive')}
          </DropdownMenuItem>
        </DropdownMenuContent>
      </DropdownMenu>
      <ConfirmDialog
        open={isConfirming}
        onOpenChange={setIsConfirming}
        title={t('archiveConfirm.title', { name })}
        description={t('archiveConfirm.description', { count: waiting })}
        action={t('archiveConfirm.action')}
        isPending={archive.isPending}
        onConfirm={() => archive.act({ id })}
      />
    </>
  );
}
