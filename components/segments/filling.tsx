// How far a segment is with finding out who is in it. Nothing once it is done.
'use client';

import { useTranslations } from 'next-intl';
import { Progress } from '@/components/ui/progress';

export function Filling({ filled, className }: { filled: number; className?: string }) {
  const t = useTranslations('segments');
  if (filled >= 1) return null;
  return (
    <span className={`flex items-center gap-2 text-muted text-xs ${className ?? ''}`}>
      <Progress className="w-20" label={t('filling')} share={filled} />
      {t('fillingShare', { share: filled })}
    </span>
  );
}
