// The sections at the thumb's reach, on a phone.
'use client';

import Link from 'next/link';
import { usePathname } from 'next/navigation';
import { useTranslations } from 'next-intl';
import { cn } from '@/components/ui/cn';
import { isInSection, sections } from './sections';

export function PhoneTabs() {
  const t = useTranslations('shell');
  const pathname = usePathname();
  return (
    <nav
      aria-label={t('navigation')}
      className="grid shrink-0 auto-cols-fr grid-flow-col border-t bg-nav pb-[env(safe-area-inset-bottom)] sm:hidden"
    >
      {sections.map(({ id, href, icon: Icon }) => {
        const isCurrent = isInSection(pathname, href);
        return (
          <Link
            key={id}
            href={href}
            aria-current={isCurrent ? 'page' : undefined}
            className={cn(
              'flex h-(--tabs-height) flex-col items-center justify-center gap-1 font-medium text-2xs focus-visible:-outline-offset-2',
              isCurrent ? 'text-ink [&_svg]:text-accent' : 'text-muted',
            )}
          >
            <Icon className="size-5" aria-hidden />
            {t(`sections.${id}`)}
          </Link>
        );
      })}
    </nav>
  );
}
