// Makes an old version the draft, on the server and on the screen; undo of the drawing brings the other one back.
'use client';

import { useQueryClient } from '@tanstack/react-query';
import { useTranslations } from 'next-intl';
import { replace } from '@/components/canvas/studio';
import { useStudioServer } from '@/components/canvas/studio-actions';
import { useStudioStore } from '@/components/canvas/studio-context';
import { toast } from '@/components/ui/toast';
import { versionQuery } from '@/lib/queries/versions';

export function useRestoreVersion() {
  const t = useTranslations('versions.panel');
  const standing = useTranslations('canvas.standing');
  const failed = useTranslations('common.failed');
  const store = useStudioStore();
  const client = useQueryClient();
  const { actions, autosave } = useStudioServer();
  const restore = async (version: number, onDone?: () => void) => {
    try {
      if (!(await autosave.flush())) {
        toast.error(standing('unsaved'));
        return;
      }
      const { id } = store.read();
      const { document } = await client.fetchQuery(versionQuery(id, version));
      const restored = await actions.restore({ id, version });
      if (!restored.ok) {
        toast.error(restored.refusal.message);
        return;
      }
      store.update((studio) => {
        const { stored } = studio.saving;
        const saved = { revision: stored.revision + 1, name: stored.name, document };
        return { ...replace(studio.name, document)(studio), saving: { status: 'idle', stored: saved } };
      });
      toast.success(t('restored', { version }), { description: t('restoredHint') });
      await client.invalidateQueries({ queryKey: ['journeys', id, 'diff'] });
      onDone?.();
    } catch {
      toast.error(failed('title'), { description: failed('description') });
    }
  };
  return { restore };
}
