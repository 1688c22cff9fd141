// Takes the last publish back, and shows which version customers go through again.
'use client';

import { useQueryClient } from '@tanstack/react-query';
import { useTranslations } from 'next-intl';
import { useTransition } from 'react';
import { toast } from '@/components/ui/toast';
import { versionQuery } from '@/lib/queries/versions';
import { stand } from './studio';
import { useStudioServer } from './studio-actions';
import { useStudioStore } from './studio-context';

export function useUndoPublish() {
  const t = useTranslations('versions.undo');
  const failed = useTranslations('common.failed');
  const store = useStudioStore();
  const client = useQueryClient();
  const { actions } = useStudioServer();
  const [isPending, start] = useTransition();
  const undo = () =>
    start(async () => {
      try {
        const { id } = store.read();
        const undone = await actions.undoPublish({ id });
        if (!undone.ok) {
          toast.error(undone.refusal.message);
          return;
        }
        const { state, version, restored, left } = undone.value;
        // What was undone was a publish over an earlier version, so there is one.
        const { document: live } = await client.fetchQuery(versionQuery(id, version ?? 1));
        store.update(stand({ state, liveVersion: version, live }));
        toast.success(t('done', { version: version ?? 1 }), { description: t('counts', { restored, left }) });
        await client.invalidateQueries({ queryKey: ['journeys', id] });
      } catch {
        toast.error(failed('title'), { description: failed('description') });
      }
    });
  return { undo, isPending };
}
