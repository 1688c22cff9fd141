// Somebody else saved in the meantime: who, what, and which of the two drawings goes on.
'use client';

import { useFormatter, useTranslations } from 'next-intl';
import * as AlertDialog from 'radix-ui/alert-dialog';
import { Button } from '@/components/ui/button';
import { veil } from '@/components/ui/dialog';
import type { StaleDraft } from '@/lib/core/api/journey';
import { settleConflict } from './autosave';
import { useStudioServer } from './studio-actions';
import { useChange, useStudio } from './studio-context';

export function ConflictDialog() {
  const theirs = useStudio(({ saving }) => (saving.status === 'conflict' ? saving.theirs : null));
  return theirs && <Choice theirs={theirs} />;
}

function Choice({ theirs }: { theirs: StaleDraft }) {
  const t = useTranslations('canvas.conflict');
  const format = useFormatter();
  const change = useChange();
  const { autosave } = useStudioServer();
  const who =
    theirs.changedBy.length > 0 ? format.list(theirs.changedBy, { type: 'conjunction' }) : t('somebody');
  const choose = (choice: 'theirs' | 'mine') => {
    change(settleConflict(choice));
    void autosave.flush();
  };
  const { added, changed, removed } = theirs.changed;
  return (
    <AlertDialog.Root open>
      <AlertDialog.Portal>
        <AlertDialog.Overlay className={veil} />
        <AlertDialog.Content className="fixed top-[18vh] left-1/2 z-50 w-[calc(100%-2rem)] max-w-md -translate-x-1/2 animate-pop-in rounded-lg border border-line bg-raised p-5 shadow-high outline-none">
          <AlertDialog.Title className="font-semibold text-lg">{t('title')}</AlertDialog.Title>
          <AlertDialog.Description className="mt-1.5 text-muted text-sm">
            {t('description', { who })}
          </AlertDialog.Description>
          <p className="mt-3 rounded-md bg-sunken px-3 py-2 text-sm">
            {t('changes', { added: added.length, changed: changed.length, removed: removed.length })}
          </p>
          <div className="mt-5 flex flex-wrap justify-end gap-2">
            <Button onClick={() => choose('mine')}>{t('mine')}</Button>
            <Button variant="primary" onClick={() => choose('theirs')}>
              {t('theirs')}
            </Button>
          </div>
          <p className="mt-3 text-right text-muted text-xs">{t('undoHint')}</p>
        </AlertDialog.Content>
      </AlertDialog.Portal>
    </AlertDialog.Root>
  );
}
