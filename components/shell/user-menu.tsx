// Who is signed in, and what is theirs: account, theme, shortcuts, the way out.
'use client';

import { BookOpen, Keyboard, LogOut, Monitor, Moon, Sun, UserRound } from 'lucide-react';
import Link from 'next/link';
import { useTranslations } from 'next-intl';
import { useTransition } from 'react';
import { Avatar } from '@/components/ui/avatar';
import { cn } from '@/components/ui/cn';
import {
  DropdownMenu,
  DropdownMenuContent,
  DropdownMenuItem,
  DropdownMenuLabel,
  DropdownMenuRadioGroup,
  DropdownMenuRadioItem,
  DropdownMenuSeparator,
  DropdownMenuTrigger,
} from '@/components/ui/dropdown-menu';
import { signOut } from '@/lib/actions/session';
import { type Theme, themeFrom } from './preference';
import { useShellCommand } from './shell-commands';
import { useTheme } from './theme';

export interface UserMenuProps {
  user: { name: string; email: string; role: 'owner' | 'editor' | 'viewer' };
  isCompact: boolean;
}

const themes = [
  { theme: 'light', icon: Sun },
  { theme: 'dark', icon: Moon },
  { theme: 'system', icon: Monitor },
] as const satisfies { theme: Theme; icon: unknown }[];

export function UserMenu({ user, isCompact }: UserMenuProps) {
  const t = useTranslations('shell');
  const openCommand = useShellCommand();
  const [theme, setTheme] = useTheme();
  const [, startTransition] = useTransition();
  return (
    <DropdownMenu>
      <DropdownMenuTrigger
        className={cn(
          'flex min-w-0 items-center gap-2.5 rounded-sm text-left transition-colors hover:bg-ink/5 data-[state=open]:bg-ink/5',
          isCompact ? 'p-1' : 'flex-1 px-1.5 py-1',
        )}
      >
        <Avatar name={user.name} className="size-7" />
        <span className="sr-only">{t('accountOf', { name: user.name })}</span>
        {!isCompact && (
          <span aria-hidden className="min-w-0 leading-tight">
            <span className="block truncate font-medium text-sm">{user.name}</span>
            <span className="block truncate text-muted text-xs">{t(`roles.${user.role}`)}</span>
          </span>
        )}
      </DropdownMenuTrigger>
      <DropdownMenuContent side="top" align="start" className="w-60" collisionPadding={8}>
        <DropdownMenuLabel className="truncate">{user.email}</DropdownMenuLabel>
        <DropdownMenuItem asChild>
          <Link href="/settings/account">
            <UserRound aria-hidden />
            {t('yourAccount')}
          </Link>
        </DropdownMenuItem>
        <DropdownMenuItem onSelect={() => openCommand('shortcuts')}>
          <Keyboard aria-hidden />
          {t('shortcuts.title')}
        </DropdownMenuItem>
        <DropdownMenuItem asChild>
          <Link href="/reference">
            <BookOpen aria-hidden />
            {t('reference')}
          </Link>
        </DropdownMenuItem>
        <DropdownMenuSeparator />
        <DropdownMenuLabel>{t('theme.label')}</DropdownMenuLabel>
        <DropdownMenuRadioGroup value={theme} onValueChange={(next) => setTheme(themeFrom(next))}>
          {themes.map(({ theme: value, icon: Icon }) => (
            <DropdownMenuRadioItem key={value} value={value} onSelect={(event) => event.preventDefault()}>
              <Icon aria-hidden />
              {t(`theme.${value}`)}
            </DropdownMenuRadioItem>
          ))}
        </DropdownMenuRadioGroup>
        <DropdownMenuSeparator />
        <DropdownMenuItem onSelect={() => startTransition(() => signOut())}>
          <LogOut aria-hidden />
          {t('signOut')}
        </DropdownMenuItem>
      </DropdownMenuContent>
    </DropdownMenu>
  );
}
