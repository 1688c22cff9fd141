// The way back to all segments.
import { ChevronLeft } from 'lucide-react';
import Link from 'next/link';
import { useTranslations } from 'next-intl';

export function BackLink() {
  const t = useTranslations('segments');
  return (
    <Link
      href="/segments"
      className="inline-flex items-center gap-1 rounded-xs text-muted text-sm hover:text-ink"
    >
      <ChevronLeft className="size-4" aria-hidden />
      {t('back')}
    </Link>
  );
}
