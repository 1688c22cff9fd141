// Gives a message that was given up another try.
'use client';

import { useQueryClient } from '@tanstack/react-query';
import { RotateCcw } from 'lucide-react';
import { useTranslations } from 'next-intl';
import { useAct } from '@/components/shell/use-act';
import { Button } from '@/components/ui/button';
import { toast } from '@/components/ui/toast';
import { replayMessage } from '@/lib/actions/messages';
import type { MessageDetail } from '@/lib/core/api/message';

export function ReplayButton({ id }: Pick<MessageDetail, 'id'>) {
  const t = useTranslations('messages.replay');
  const queries = useQueryClient();
  const { act, isPending } = useAct(replayMessage, () => {
    toast.success(t('done'));
    void queries.invalidateQueries({ queryKey: ['messages'] });
  });
  return (
    <Button size="sm" className="mt-3" disabled={isPending} onClick={() => act({ id })}>
      <RotateCcw />
      {t('action')}
    </Button>
  );
}
