// Whether what is on screen is safe, in two words.
'use client';

import { CircleAlert, CloudCheck, CloudOff } from 'lucide-react';
import { useTranslations } from 'next-intl';
import { cn } from '@/components/ui/cn';
import { Spinner } from '@/components/ui/spinner';
import { draftOf } from './autosave';
import { type SaveState, saveStateOf } from './saving';
import { isReadOnly, type Studio } from './studio';
import { useStudio } from './studio-context';

const looks: Readonly<Record<SaveState, string>> = {
  saved: 'text-muted',
  saving: 'text-muted',
  offline: 'text-warning-ink',
  conflict: 'text-danger-ink',
  refused: 'text-danger-ink',
};

const stateOf = (studio: Studio): SaveState => saveStateOf(draftOf(studio), studio.saving);

export function SaveStatus() {
  const t = useTranslations('canvas.saving');
  const state = useStudio(stateOf);
  const detail = useStudio(({ saving }) => (saving.status === 'refused' ? saving.message : null));
  const isStill = useStudio(isReadOnly);
  if (isStill) return null;
  return (
    <p
      role="status"
      title={detail ?? t(`hints.${state}`)}
      className={cn(
        'flex shrink-0 items-center gap-1.5 whitespace-nowrap text-xs [&_svg]:size-4',
        looks[state],
      )}
    >
      <SaveIcon state={state} />
      <span className="max-lg:sr-only">{t(state)}</span>
    </p>
  );
}

function SaveIcon({ state }: { state: SaveState }) {
  if (state === 'saving') return <Spinner className="size-3.5" />;
  if (state === 'saved') return <CloudCheck aria-hidden />;
  return state === 'offline' ? <CloudOff aria-hidden /> : <CircleAlert aria-hidden />;
}
