// The sections of the settings: a column beside them, a row above them on a phone.
'use client';

import { Building2, KeyRound, Mail, MessageSquareText, Scale, UserRound, Webhook } from 'lucide-react';
import Link from 'next/link';
import { usePathname } from 'next/navigation';
import { useTranslations } from 'next-intl';
import { cn } from '@/components/ui/cn';

const sections = [
  { id: 'workspace', icon: Building2 },
  { id: 'sending', icon: Scale },
  { id: 'email', icon: Mail },
  { id: 'sms', icon: MessageSquareText },
  { id: 'webhooks', icon: Webhook },
  { id: 'keys', icon: KeyRound },
  { id: 'account', icon: UserRound },
] as const;

/** On a phone the row is longer than the screen. */
function bringIntoView(link: HTMLAnchorElement | null): void {
  link?.scrollIntoView({ inline: 'center', block: 'nearest' });
}

export function SettingsNav() {
  const t = useTranslations('settings');
  const pathname = usePathname();
  return (
    <nav
      aria-label={t('navigation')}
      className="flex gap-0.5 max-md:-mx-4 max-md:overflow-x-auto max-md:px-4 max-md:pb-1 md:w-48 md:shrink-0 md:flex-col"
    >
      {sections.map(({ id, icon: Icon }) => {
        const href = `/settings/${id}`;
        const isCurrent = pathname === href;
        return (
          <Link
            key={id}
            href={href}
            ref={isCurrent ? bringIntoView : null}
            aria-current={isCurrent ? 'page' : undefined}
            className={cn(
              'flex h-8.5 shrink-0 items-center gap-2.5 rounded-sm px-2.5 font-medium text-sm transition-colors [&_svg]:size-4',
              isCurrent ? 'bg-ink/6 text-ink' : 'text-muted hover:bg-ink/4 hover:text-ink',
            )}
          >
            <Icon aria-hidden />
            {t(`sections.${id}`)}
          </Link>
        );
      })}
    </nav>
  );
}
