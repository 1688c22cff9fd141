// The sections at the thumb's reach, on a phone: the frequent ones, and the others behind one button.
'use client';

import { Ellipsis } from 'lucide-react';
import Link from 'next/link';
import { usePathname } from 'next/navigation';
import { useTranslations } from 'next-intl';
import { cn } from '@/components/ui/cn';
import {
  DropdownMenu,
  DropdownMenuContent,
  DropdownMenuItem,
  DropdownMenuTrigger,
} from '@/components/ui/dropdown-menu';
import { isInSection, sections } from './sections';

const frequent = sections.filter(({ isFrequent }) => isFrequent);
const others = sections.filter(({ isFrequent }) => !isFrequent);

const tabLook = (isCurrent: boolean) =>
  cn(
    'flex h-(--tabs-height) flex-col items-center justify-center gap-1 font-medium text-2xs focus-visible:-outline-offset-2',
    isCurrent ? 'text-ink [&_svg]:text-accent' : 'text-muted',
  );

export function PhoneTabs() {
  const t = useTranslations('shell');
  const pathname = usePathname();
  return (
    <nav
      aria-label={t('navigation')}
      className="grid shrink-0 auto-cols-fr grid-flow-col border-t bg-nav pb-[env(safe-area-inset-bottom)] sm:hidden"
    >
      {frequent.map(({ id, href, icon: Icon }) => {
        const isCurrent = isInSection(pathname, href);
        return (
          <Link
            key={id}
            href={href}
            aria-current={isCurrent ? 'page' : undefined}
            className={tabLook(isCurrent)}
          >
            <Icon className="size-5" aria-hidden />
            {t(`sections.${id}`)}
          </Link>
        );
      })}
      <OtherSections pathname={pathname} />
    </nav>
  );
}

function OtherSections({ pathname }: { pathname: string }) {
  const t = useTranslations('shell');
  const current = others.find(({ href }) => isInSection(pathname, href));
  return (
    <DropdownMenu>
      <DropdownMenuTrigger className={tabLook(current !== undefined)}>
        <Ellipsis className="size-5" aria-hidden />
        {t('more')}
      </DropdownMenuTrigger>
      <DropdownMenuContent align="end" side="top">
        {others.map(({ id, href, icon: Icon }) => (
          <DropdownMenuItem key={id} asChild>
            <Link href={href} aria-current={id === current?.id ? 'page' : undefined}>
              <Icon aria-hidden />
              {t(`sections.${id}`)}
            </Link>
          </DropdownMenuItem>
        ))}
      </DropdownMenuContent>
    </DropdownMenu>
  );
}
