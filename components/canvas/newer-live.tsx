// Says that the live version, which the draft would be compared with, is of a newer release.
'use client';

import { Lock } from 'lucide-react';
import { useTranslations } from 'next-intl';
import { useStudio } from './studio-context';

export function NewerLive() {
  const t = useTranslations('journeys.newer');
  const version = useStudio((studio) => studio.standing.liveVersion);
  // Until another version is published over it.
  const isStill = useStudio((studio) => studio.standing.live === null);
  if (version === null || !isStill) return null;
  return (
    <p role="note" className="flex items-center gap-3 border-b bg-info-soft px-4 py-2 text-info-ink text-sm">
      <Lock aria-hidden className="size-4 shrink-0" />
      {t('live', { version })}
    </p>
  );
}
