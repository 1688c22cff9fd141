// Publish, pause, resume, archive: asks the server, then shows where the journey stands, or why it does not.
'use client';

import { useTranslations } from 'next-intl';
import { useTransition } from 'react';
import { toast } from '@/components/ui/toast';
import type { JourneyStanding } from '@/lib/core/api/journey';
import type { JourneyDocument } from '@/lib/core/journey/document';
import type { Refusal, Result } from '@/lib/core/result';
import { documentOf, stand } from './studio';
import { useStudioServer } from './studio-actions';
import { useStudioStore } from './studio-context';

export type Move = 'publish' | 'pause' | 'resume' | 'archive';

export function useStanding() {
  const t = useTranslations('canvas.standing');
  const failed = useTranslations('common.failed');
  const store = useStudioStore();
  const { actions, autosave } = useStudioServer();
  const [isPending, start] = useTransition();

  const settle = (move: Move, result: Result<JourneyStanding, Refusal>, published: JourneyDocument) => {
    if (!result.ok) {
      toast.error(result.refusal.message);
      return;
    }
    const { state, version } = result.value;
    const { live } = store.read().standing;
    store.update(stand({ state, liveVersion: version, live: move === 'publish' ? published : live }));
    toast.success(t(`done.${move}`, { version: version ?? 0 }));
  };
  const run = (move: Move, onDone?: () => void) =>
    start(async () => {
      try {
        if (!(await autosave.flush())) {
          toast.error(t('unsaved'));
          return;
        }
        const { id } = store.read();
        const published = documentOf(store.read());
        settle(move, await actions[move]({ id }), published);
        onDone?.();
      } catch {
        toast.error(failed('title'), { description: failed('description') });
      }
    });
  return { run, isPending };
}
