// The frame of the settings: the sections beside the one in view.
import { useTranslations } from 'next-intl';
import type { ReactNode } from 'react';
import { SettingsNav } from '@/components/settings/settings-nav';
import { Page } from '@/components/shell/page';

export default function SettingsLayout({ children }: { children: ReactNode }) {
  const t = useTranslations('settings');
  return (
    <Page title={t('title')} width="narrow">
      <div className="flex gap-8 max-md:flex-col max-md:gap-4">
        <SettingsNav />
        <div className="min-w-0 flex-1">{children}</div>
      </div>
    </Page>
  );
}
