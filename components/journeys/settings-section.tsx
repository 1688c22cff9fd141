// One question about a whole journey: what it is about, and its fields.
import { type ReactNode, useId } from 'react';

interface SettingsSectionProps {
  title: string;
  hint: string;
  children: ReactNode;
}

export function SettingsSection({ title, hint, children }: SettingsSectionProps) {
  const id = useId();
  return (
    <section
      aria-labelledby={id}
      className="flex flex-col gap-3 border-b px-5 py-5 last:border-b-0 max-sm:px-4"
    >
      <div>
        <h3 id={id} className="font-semibold text-sm">
          {title}
        </h3>
        <p className="mt-0.5 text-muted text-sm">{hint}</p>
      </div>
      {children}
    </section>
  );
}
