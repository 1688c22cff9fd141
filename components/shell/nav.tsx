// The rail at the left: where one is and where one can go. Collapses to icons; hidden on phones.
'use client';

import { PanelLeftClose, PanelLeftOpen, Search } from 'lucide-react';
import { usePathname } from 'next/navigation';
import { useTranslations } from 'next-intl';
import { useState } from 'react';
import { Button } from '@/components/ui/button';
import { cn } from '@/components/ui/cn';
import { Kbd } from '@/components/ui/kbd';
import { BrandMark } from './brand-mark';
import { ModifierKey } from './modifier-key';
import { NavLink } from './nav-link';
import { navCookie, remember } from './preference';
import { isInSection, sections } from './sections';
import { useShellCommand } from './shell-commands';
import { UserMenu, type UserMenuProps } from './user-menu';

interface NavProps {
  workspaceName: string;
  user: UserMenuProps['user'];
  isInitiallyCollapsed: boolean;
}

export function Nav({ workspaceName, user, isInitiallyCollapsed }: NavProps) {
  const t = useTranslations('shell');
  const pathname = usePathname();
  const [isCollapsed, setIsCollapsed] = useState(isInitiallyCollapsed);
  const toggle = () => {
    remember(navCookie, isCollapsed ? 'expanded' : 'collapsed');
    setIsCollapsed(!isCollapsed);
  };
  return (
    <nav
      aria-label={t('navigation')}
      className={cn(
        'hidden shrink-0 flex-col border-r bg-nav transition-[width] duration-180 ease-out-soft sm:flex',
        isCollapsed ? 'w-(--nav-width-collapsed)' : 'w-(--nav-width)',
      )}
    >
      <div className={cn('flex h-14 items-center gap-2.5', isCollapsed ? 'justify-center' : 'pr-2 pl-4')}>
        <BrandMark className="size-7" />
        {!isCollapsed && <span className="truncate font-semibold tracking-[-0.01em]">{workspaceName}</span>}
      </div>
      <div className="flex flex-1 flex-col gap-0.5 overflow-y-auto px-2.5 pt-1">
        <SearchButton isCollapsed={isCollapsed} />
        {sections.map(({ id, href, icon: Icon }) => (
          <NavLink
            key={id}
            href={href}
            icon={<Icon aria-hidden />}
            label={t(`sections.${id}`)}
            isCurrent={isInSection(pathname, href)}
            isCollapsed={isCollapsed}
          />
        ))}
      </div>
      <div className={cn('flex items-center gap-1 border-t p-2.5', isCollapsed && 'flex-col-reverse')}>
        <UserMenu user={user} isCompact={isCollapsed} />
        <CollapseButton isCollapsed={isCollapsed} onToggle={toggle} />
      </div>
    </nav>
  );
}

function CollapseButton({ isCollapsed, onToggle }: { isCollapsed: boolean; onToggle: () => void }) {
  const t = useTranslations('shell');
  const label = t(isCollapsed ? 'expand' : 'collapse');
  return (
    <Button
      variant="ghost"
      size="icon-sm"
      aria-label={label}
      title={label}
      aria-expanded={!isCollapsed}
      onClick={onToggle}
    >
      {isCollapsed ? <PanelLeftOpen aria-hidden /> : <PanelLeftClose aria-hidden />}
    </Button>
  );
}

function SearchButton({ isCollapsed }: { isCollapsed: boolean }) {
  const t = useTranslations('shell');
  const openCommand = useShellCommand();
  return (
    <Button
      aria-keyshortcuts="Control+K Meta+K"
      className={cn('mb-2 font-normal text-muted', isCollapsed ? 'w-full px-0' : 'justify-start')}
      onClick={() => openCommand('palette')}
    >
      <Search aria-hidden />
      <span className={isCollapsed ? 'sr-only' : 'flex-1 text-left'}>{t('search')}</span>
      {!isCollapsed && (
        <span className="flex gap-0.5" aria-hidden>
          <Kbd className="bg-sunken">
            <ModifierKey />
          </Kbd>
          <Kbd className="bg-sunken">{'K'}</Kbd>
        </span>
      )}
    </Button>
  );
}
