// Says that an old version is on screen, and leads back to the draft.
'use client';

import { Lock } from 'lucide-react';
import Link from 'next/link';
import { useTranslations } from 'next-intl';
import { Button } from '@/components/ui/button';

export function OpenedVersion({ id, version }: { id: string; version: number }) {
  const t = useTranslations('versions.opened');
  return (
    <p role="note" className="flex items-center gap-3 border-b bg-info-soft px-4 py-2 text-info-ink text-sm">
      <Lock aria-hidden className="size-4 shrink-0" />
      <span className="min-w-0 flex-1">{t('title', { version })}</span>
      <Button asChild size="sm">
        <Link href={`/journeys/${id}`}>{t('back')}</Link>
      </Button>
    </p>
  );
}
