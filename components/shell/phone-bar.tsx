// The head of the window on a phone.
'use client';

import { Search } from 'lucide-react';
import Link from 'next/link';
import { useTranslations } from 'next-intl';
import { Button } from '@/components/ui/button';
import { BrandMark } from './brand-mark';
import { useShellCommand } from './shell-commands';
import { UserMenu, type UserMenuProps } from './user-menu';

interface PhoneBarProps {
  workspaceName: string;
  user: UserMenuProps['user'];
}

export function PhoneBar({ workspaceName, user }: PhoneBarProps) {
  const t = useTranslations('shell');
  const openCommand = useShellCommand();
  return (
    <header className="flex h-(--bar-height) shrink-0 items-center gap-1.5 border-b bg-nav pr-2 pl-3.5 sm:hidden">
      <Link href="/journeys" className="flex min-w-0 flex-1 items-center gap-2.5 rounded-sm font-semibold">
        <BrandMark className="size-6.5" />
        <span className="truncate">{workspaceName}</span>
      </Link>
      <Button variant="ghost" size="icon" aria-label={t('search')} onClick={() => openCommand('palette')}>
        <Search aria-hidden />
      </Button>
      <UserMenu user={user} isCompact />
    </header>
  );
}
