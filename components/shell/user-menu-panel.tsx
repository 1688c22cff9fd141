// What the account button opens: account, theme, shortcuts, the way out.
'use client';

import { BookOpen, Keyboard, LogOut, Monitor, Moon, Sun, UserRound } from 'lucide-react';
import Link from 'next/link';
import { useTranslations } from 'next-intl';
import { type ReactElement, useTransition } from 'react';
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

interface UserMenuPanelProps {
  trigger: ReactElement;
  email: string;
}

const themes = [
  { theme: 'light', icon: Sun },
  { theme: 'dark', icon: Moon },
  { theme: 'system', icon: Monitor },
] as const satisfies { theme: Theme; icon: unknown }[];

export function UserMenuPanel({ trigger, email }: UserMenuPanelProps) {
  const t = useTranslations('shell');
  const openCommand = useShellCommand();
  const [, startTransition] = useTransition();
  return (
    <DropdownMenu defaultOpen>
      <DropdownMenuTrigger asChild>{trigger}</DropdownMenuTrigger>
      <DropdownMenuContent side="top" align="start" className="w-60" collisionPadding={8}>
        <DropdownMenuLabel className="truncate">{email}</DropdownMenuLabel>
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
        <ThemeChoice />
        <DropdownMenuSeparator />
        <DropdownMenuItem onSelect={() => startTransition(() => signOut())}>
          <LogOut aria-hidden />
          {t('signOut')}
        </DropdownMenuItem>
      </DropdownMenuContent>
    </DropdownMenu>
  );
}

function ThemeChoice() {
  const t = useTranslations('shell.theme');
  const [theme, setTheme] = useTheme();
  return (
    <>
      <DropdownMenuLabel>{t('label')}</DropdownMenuLabel>
      <DropdownMenuRadioGroup value={theme} onValueChange={(next) => setTheme(themeFrom(next))}>
        {themes.map(({ theme: value, icon: Icon }) => (
          <DropdownMenuRadioItem key={value} value={value} onSelect={(event) => event.preventDefault()}>
            <Icon aria-hidden />
            {t(value)}
          </DropdownMenuRadioItem>
        ))}
      </DropdownMenuRadioGroup>
    </>
  );
}
