// Publish, pause, resume, archive: asks the server, then shows where the journey stands, or why it does not.
'use client';

import { useQueryClient } from '@tanstack/react-query';
import { useTranslations } from 'next-intl';
import { useTransition } from 'react';
import { toast } from '@/components/ui/toast';
import type { JourneyStanding } from '@/lib/core/api/journey';
import type { Id } from '@/lib/core/id';
import type { JourneyDocument } from '@/lib/core/journey/document';
import type { Refusal, Result } from '@/lib/core/result';
import { documentOf, stand } from './studio';
import { type StudioActions, useStudioServer } from './studio-actions';
import { useStudioStore } from './studio-context';
import { useUndoPublish } from './use-undo-publish';

export type Move = 'publish' | 'pause' | 'resume' | 'archive';

/** How the server is asked, where more than the journey's id is said. */
type Ask = (actions: StudioActions, id: Id<'jrn'>) => Promise<Result<JourneyStanding, Refusal>>;

/** Long enough to see that something went wrong, and to reach the button. */
const UNDO_MS = 12_000;

export function useStanding() {
  const t = useTranslations('canvas.standing');
  const failed = useTranslations('common.failed');
  const short = useTranslations('versions.undo');
  const store = useStudioStore();
  const client = useQueryClient();
  const { actions, autosave } = useStudioServer();
  const { undo } = useUndoPublish();
  const [isPending, start] = useTransition();

  const settle = (move: Move, { state, version }: JourneyStanding, published: JourneyDocument) => {
    const { live, liveVersion } = store.read().standing;
    store.update(stand({ state, liveVersion: version, live: move === 'publish' ? published : live }));
    const canUndo = move === 'publish' && liveVersion !== null && liveVersion !== version;
    const action = { action: { label: short('short'), onClick: undo }, duration: UNDO_MS };
    toast.success(t(`done.${move}`, { version: version ?? 0 }), canUndo ? action : {});
    void client.invalidateQueries({ queryKey: ['journeys', store.read().id] });
  };
  const run = (move: Move, onDone?: () => void, ask: Ask = (to, id) => to[move]({ id })) =>
    start(async () => {
      try {
        if (!(await autosave.flush())) {
          toast.error(t('unsaved'));
          return;
        }
        const published = documentOf(store.read());
        const result = await ask(actions, store.read().id);
        if (!result.ok) {
          toast.error(result.refusal.message);
          return;
        }
        settle(move, result.value, published);
        onDone?.();
      } catch {
        toast.error(failed('title'), { description: failed('description') });
      }
    });
  return { run, isPending };
}
