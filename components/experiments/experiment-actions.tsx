// What a person may do to an experiment: choose an arm, split again, stop measuring. Each asks first.
'use client';

import { useRouter } from 'next/navigation';
import { useTranslations } from 'next-intl';
import { useState } from 'react';
import { useMayWrite } from '@/components/shell/role';
import { useAct } from '@/components/shell/use-act';
import { Button } from '@/components/ui/button';
import { ConfirmDialog } from '@/components/ui/confirm-dialog';
import {
  DropdownMenu,
  DropdownMenuContent,
  DropdownMenuItem,
  DropdownMenuTrigger,
} from '@/components/ui/dropdown-menu';
import { toast } from '@/components/ui/toast';
import { promoteArm, runAgain, stopExperiment } from '@/lib/actions/experiments';
import type { ExperimentDetail } from '@/lib/core/api/experiment';

type Asked = 'undo' | 'stop' | { readonly id: string; readonly name: string };

export function ExperimentActions({ experiment }: { experiment: ExperimentDetail }) {
  const t = useTranslations('experiments.actions');
  const mayWrite = useMayWrite();
  const [asked, setAsked] = useState<Asked | null>(null);
  const { state, arms, outcome, isCurrent } = experiment;
  if (!mayWrite || !isCurrent) return null;
  const isSettled = outcome !== null && outcome.arm !== null;
  return (
    <>
      {state === 'running' && (
        <Button variant="ghost" onClick={() => setAsked('stop')}>
          {t('stop')}
        </Button>
      )}
      {state !== 'running' && (
        <Button onClick={() => setAsked('undo')}>{t(isSettled ? 'undo' : 'again')}</Button>
      )}
      {!isSettled && (
        <DropdownMenu>
          <DropdownMenuTrigger asChild>
            <Button variant="primary">{t('choose')}</Button>
          </DropdownMenuTrigger>
          <DropdownMenuContent>
            {arms.map((arm) => (
              <DropdownMenuItem key={arm.id} onSelect={() => setAsked(arm)}>
                {t('promote', { arm: arm.name })}
              </DropdownMenuItem>
            ))}
          </DropdownMenuContent>
        </DropdownMenu>
      )}
      {asked !== null && <Question experiment={experiment} asked={asked} onClose={() => setAsked(null)} />}
    </>
  );
}

interface QuestionProps {
  experiment: ExperimentDetail;
  asked: Asked;
  onClose: () => void;
}

function Question({ experiment: { id }, asked, onClose }: QuestionProps) {
  const t = useTranslations('experiments.actions');
  const router = useRouter();
  const done = (message: string) => {
    toast.success(message);
    onClose();
    router.refresh();
  };
  const promote = useAct(promoteArm, () => done(t('promoted', { arm })));
  const undo = useAct(runAgain, () => done(t('undone')));
  const stop = useAct(stopExperiment, () => done(t('stopped')));
  const arm = typeof asked === 'string' ? '' : asked.name;
  const kind = typeof asked === 'string' ? asked : 'promote';
  const isPending = promote.isPending || undo.isPending || stop.isPending;
  const confirm = () => {
    if (asked === 'undo') undo.act({ id });
    else if (asked === 'stop') stop.act({ id });
    else promote.act({ id, arm: asked.id });
  };
  return (
    <ConfirmDialog
      open
      onOpenChange={onClose}
      title={t(`${kind}Title`, { arm })}
      description={t(`${kind}Text`)}
      action={t(kind, { arm })}
      variant="primary"
      isPending={isPending}
      onConfirm={confirm}
    />
  );
}
