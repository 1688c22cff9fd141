// The frame of the studio. `main` is the only thing that scrolls and has a definite height, so that a canvas can fill it.
import { useTranslations } from 'next-intl';
import type { ReactNode } from 'react';
import { CurrencyProvider } from './currency';
import { Nav } from './nav';
import { PhoneBar } from './phone-bar';
import { PhoneTabs } from './phone-tabs';
import { Providers } from './providers';
import { RoleProvider } from './role';
import { ShellCommands } from './shell-commands';
import type { UserMenuProps } from './user-menu';

interface AppShellProps {
  workspaceName: string;
  currency: string;
  user: UserMenuProps['user'];
  isNavCollapsed: boolean;
  children: ReactNode;
}

export function AppShell({ workspaceName, currency, user, isNavCollapsed, children }: AppShellProps) {
  const t = useTranslations('shell');
  return (
    <Providers>
      <RoleProvider role={user.role}>
        <CurrencyProvider currency={currency}>
          <ShellCommands>
            <a
              href="#content"
              className="fixed top-2 left-2 z-70 -translate-y-16 rounded-sm bg-accent px-3 py-2 font-medium text-on-accent text-sm focus:translate-y-0"
            >
              {t('skip')}
            </a>
            <div className="flex h-dvh max-sm:flex-col">
              <PhoneBar workspaceName={workspaceName} user={user} />
              <Nav workspaceName={workspaceName} user={user} isInitiallyCollapsed={isNavCollapsed} />
              <main
                id="content"
                tabIndex={-1}
                className="relative min-h-0 min-w-0 flex-1 overflow-y-auto outline-none"
              >
                {children}
              </main>
              <PhoneTabs />
            </div>
          </ShellCommands>
        </CurrencyProvider>
      </RoleProvider>
    </Providers>
  );
}
