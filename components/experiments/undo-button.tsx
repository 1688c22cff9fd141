// Takes a verdict back: new entries are split again, after asking.
'use client';

import { useRouter } from 'next/navigation';
import { useTranslations } from 'next-intl';
import { useState } from 'react';
import { useAct } from '@/components/shell/use-act';
import { Button } from '@/components/ui/button';
import { ConfirmDialog } from '@/components/ui/confirm-dialog';
import { toast } from '@/components/ui/toast';
import { runAgain } from '@/lib/actions/experiments';
import type { ExperimentVerdict } from '@/lib/core/api/experiment';

interface UndoButtonProps {
  id: ExperimentVerdict['id'];
  onDone: () => void;
}

export function UndoButton({ id, onDone }: UndoButtonProps) {
  const t = useTranslations('experiments.actions');
  const router = useRouter();
  const [isAsked, setIsAsked] = useState(false);
  const { act, isPending } = useAct(runAgain, () => {
    setIsAsked(false);
    toast.success(t('undone'));
    onDone();
    router.refresh();
  });
  return (
    <>
      <Button size="sm" onClick={() => setIsAsked(true)}>
        {t('undo')}
      </Button>
      <ConfirmDialog
        open={isAsked}
        onOpenChange={setIsAsked}
        title={t('undoTitle')}
        description={t('undoText')}
        action={t('undo')}
        variant="primary"
        isPending={isPending}
        onConfirm={() => act({ id })}
      />
    </>
  );
}
