// Done, or cancelled after a question: the two ways a task ends.
'use client';

import { useQueryClient } from '@tanstack/react-query';
import { Check, X } from 'lucide-react';
import { useTranslations } from 'next-intl';
import { useState } from 'react';
import { useAct } from '@/components/shell/use-act';
import { Button } from '@/components/ui/button';
import { ConfirmDialog } from '@/components/ui/confirm-dialog';
import { toast } from '@/components/ui/toast';
import { finishTask } from '@/lib/actions/tasks';
import type { TaskEntry } from '@/lib/core/api/task';

export function FinishButtons({ task: { id, title } }: { task: TaskEntry }) {
  const t = useTranslations('tasks');
  const client = useQueryClient();
  const [isAsking, setIsAsking] = useState(false);
  const { act, isPending } = useAct(finishTask, ({ status }) => {
    setIsAsking(false);
    toast.success(t(status === 'done' ? 'doneToast' : 'cancelledToast', { title }));
    void client.invalidateQueries({ queryKey: ['tasks'] });
  });
  return (
    <div className="flex shrink-0 items-center gap-2">
      <Button
        aria-label={t('markDoneNamed', { title })}
        className="max-sm:flex-1"
        isPending={isPending}
        onClick={() => act({ id, outcome: 'done' })}
      >
        <Check aria-hidden />
        {t('markDone')}
      </Button>
      <Button
        variant="ghost"
        size="icon"
        aria-label={t('cancelNamed', { title })}
        onClick={() => setIsAsking(true)}
      >
        <X aria-hidden />
      </Button>
      <ConfirmDialog
        open={isAsking}
        onOpenChange={setIsAsking}
        title={t('confirm.title', { title })}
        description={t('confirm.description')}
        action={t('confirm.action')}
        isPending={isPending}
        onConfirm={() => act({ id, outcome: 'cancelled' })}
      />
    </div>
  );
}
