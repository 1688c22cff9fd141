// The keys that work everywhere. The canvas has its own list.
'use client';

import { useTranslations } from 'next-intl';
import type { ReactNode } from 'react';
import { Dialog, DialogContent } from '@/components/ui/dialog';
import { Kbd } from '@/components/ui/kbd';
import { ModifierKey } from './modifier-key';
import { sections } from './sections';

export function ShortcutsDialog({ onOpenChange }: { onOpenChange: (open: boolean) => void }) {
  const t = useTranslations('shell');
  return (
    <Dialog open onOpenChange={onOpenChange}>
      <DialogContent title={t('shortcuts.title')}>
        <Group title={t('shortcuts.general')}>
          <Shortcut label={t('shortcuts.palette')}>
            <Kbd>
              <ModifierKey />
            </Kbd>
            <Kbd>{'K'}</Kbd>
          </Shortcut>
          <Shortcut label={t('shortcuts.help')}>
            <Kbd>{'?'}</Kbd>
          </Shortcut>
          <Shortcut label={t('shortcuts.close')}>
            <Kbd>{t('shortcuts.keys.escape')}</Kbd>
          </Shortcut>
        </Group>
        <Group title={t('shortcuts.goTo')}>
          {sections.map(({ id, key }) => (
            <Shortcut key={id} label={t(`sections.${id}`)}>
              <Kbd>{'G'}</Kbd>
              <span className="text-faint text-xs">{t('shortcuts.then')}</span>
              <Kbd>{key.toUpperCase()}</Kbd>
            </Shortcut>
          ))}
        </Group>
      </DialogContent>
    </Dialog>
  );
}

function Group({ title, children }: { title: string; children: ReactNode }) {
  return (
    <section className="mb-4 last:mb-0">
      <h3 className="mb-1 text-muted text-xs">{title}</h3>
      <dl className="divide-y">{children}</dl>
    </section>
  );
}

function Shortcut({ label, children }: { label: string; children: ReactNode }) {
  return (
    <div className="flex items-center justify-between py-2 text-sm">
      <dt>{label}</dt>
      <dd className="flex items-center gap-1.5">{children}</dd>
    </div>
  );
}
