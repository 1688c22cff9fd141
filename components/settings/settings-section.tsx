// One page of the settings: what it is about, then its cards.
import type { ReactNode } from 'react';

interface SettingsSectionProps {
  title: string;
  description: string;
  actions?: ReactNode;
  children: ReactNode;
}

export function SettingsSection({ title, description, actions, children }: SettingsSectionProps) {
  return (
    <div className="flex min-w-0 flex-col gap-4">
      <header className="flex items-end justify-between gap-6 max-sm:flex-col max-sm:items-start max-sm:gap-3">
        <div className="min-w-0">
          <h2 className="font-semibold text-lg">{title}</h2>
          <p className="mt-0.5 max-w-xl text-muted text-sm">{description}</p>
        </div>
        {actions}
      </header>
      {children}
    </div>
  );
}
