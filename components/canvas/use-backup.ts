// Keeps what is unsaved in this browser too, and brings it back when the page was closed before it was saved.
'use client';

import { useTranslations } from 'next-intl';
import { useEffect } from 'react';
import { toast } from '@/components/ui/toast';
import { isSameJson } from '@/lib/core/json';
import { draftOf } from './autosave';
import { dropBackup, findBackup, keepBackup } from './backup';
import { isDirty } from './saving';
import type { Store } from './store';
import { isReadOnly, replace, type Studio } from './studio';
import { useStudioStore } from './studio-context';

const PAUSE_MS = 250;

export function useBackup(): void {
  const t = useTranslations('canvas.backup');
  const store = useStudioStore();
  useEffect(() => {
    if (restore(store)) toast.info(t('restored'), { description: t('restoredHint') });
    let timer: ReturnType<typeof setTimeout> | undefined;
    const keep = () => keepNow(store);
    const plan = () => {
      clearTimeout(timer);
      timer = setTimeout(keep, PAUSE_MS);
    };
    const stop = store.subscribe(plan);
    window.addEventListener('pagehide', keep);
    return () => {
      stop();
      clearTimeout(timer);
      keep();
      window.removeEventListener('pagehide', keep);
    };
  }, [store, t]);
}

function keepNow(store: Store<Studio>): void {
  const studio = store.read();
  // An old version that is only looked at must not take the unsaved draft of the same journey with it.
  if (isReadOnly(studio)) return;
  const { revision } = studio.saving.stored;
  if (isDirty(draftOf(studio), studio.saving)) keepBackup(studio.id, revision, draftOf(studio));
  else dropBackup(studio.id);
}

/**
 * Puts the backup on screen where it differs from what was loaded. It keeps the revision it was drawn from, so that
 * somebody else's save in between is found out like any other collision.
 */
function restore(store: Store<Studio>): boolean {
  const studio = store.read();
  const backup = findBackup(studio.id);
  if (!backup || isReadOnly(studio)) return false;
  const { revision, ...draft } = backup;
  const { stored } = studio.saving;
  if (isSameJson(draft, { name: stored.name, document: stored.document })) return false;
  store.update((now) => ({
    ...replace(draft.name, draft.document)(now),
    saving: { status: 'idle', stored: { ...stored, revision } },
  }));
  return true;
}
