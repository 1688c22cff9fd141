// From the people behind a number back to the report it stands in.
import { ChevronLeft } from 'lucide-react';
import Link from 'next/link';
import { useTranslations } from 'next-intl';

export function BackToReport({ href }: { href: string }) {
  const t = useTranslations('analytics.people');
  return (
    <Link href={href} className="inline-flex items-center gap-1 rounded-xs text-muted text-sm hover:text-ink">
      <ChevronLeft className="size-4" aria-hidden />
      {t('back')}
    </Link>
  );
}
