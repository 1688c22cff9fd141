// Who is signed in; the menu behind it is fetched when it is first opened.
'use client';

import { useTranslations } from 'next-intl';
import { lazy } from 'react';
import { Avatar } from '@/components/ui/avatar';
import { cn } from '@/components/ui/cn';
import { OnDemand } from '@/components/ui/on-demand';

const load = () => import('./user-menu-panel').then((module) => ({ default: module.UserMenuPanel }));
const UserMenuPanel = lazy(load);

export interface UserMenuProps {
  user: { name: string; email: string; role: 'owner' | 'editor' | 'viewer' };
  isCompact: boolean;
}

export function UserMenu({ user, isCompact }: UserMenuProps) {
  const t = useTranslations('shell');
  const trigger = (
    <button
      type="button"
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
    </button>
  );
  return (
    <OnDemand trigger={trigger} preload={() => void load()}>
      <UserMenuPanel trigger={trigger} email={user.email} />
    </OnDemand>
  );
}
