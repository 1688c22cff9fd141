// Everything else that can be done with a journey: its settings, pause, resume, archive, the keys of the canvas.
'use client';

import { Archive, ArrowUpNarrowWide, Ellipsis, History, Keyboard, Settings2, UserPlus } from 'lucide-react';
import { useTranslations } from 'next-intl';
import { useState } from 'react';
import { Button } from '@/components/ui/button';
import { ConfirmDialog } from '@/components/ui/confirm-dialog';
import {
  DropdownMenu,
  DropdownMenuContent,
  DropdownMenuItem,
  DropdownMenuSeparator,
  DropdownMenuTrigger,
} from '@/components/ui/dropdown-menu';
import { AddPeople, useListEntries } from './add-people';
import { KeysDialog } from './keys-dialog';
import { SettingsDialog } from './settings-dialog';
import { isReadOnly, openSettings } from './studio';
import { useChange, useStudio } from './studio-context';
import { StudioPriority } from './studio-priority';
import { useStanding } from './use-standing';

type Open = 'keys' | 'priority' | 'people' | 'archive' | null;

export function JourneyMenu({ onVersions }: { onVersions: () => void }) {
  const t = useTranslations('canvas.header');
  const [open, setOpen] = useState<Open>(null);
  const shut = (isOpen: boolean) => !isOpen && setOpen(null);
  return (
    <>
      <DropdownMenu>
        <DropdownMenuTrigger asChild>
          <Button variant="ghost" size="icon" aria-label={t('more')}>
            <Ellipsis aria-hidden />
          </Button>
        </DropdownMenuTrigger>
        <DropdownMenuContent>
          <Items onVersions={onVersions} onOpen={setOpen} />
        </DropdownMenuContent>
      </DropdownMenu>
      <SettingsDialog />
      {open === 'people' && <AddPeople onClose={() => setOpen(null)} />}
      {open === 'priority' && <StudioPriority onClose={() => setOpen(null)} />}
      <KeysDialog isOpen={open === 'keys'} onOpenChange={shut} />
      <ArchiveQuestion isOpen={open === 'archive'} onOpenChange={shut} />
    </>
  );
}

function Items({ onVersions, onOpen }: { onVersions: () => void; onOpen: (open: Open) => void }) {
  const t = useTranslations('canvas.header');
  const versions = useTranslations('versions.panel');
  const entries = useTranslations('entries');
  const change = useChange();
  const mayAdd = useListEntries().length > 0;
  const isStill = useStudio(isReadOnly);
  return (
    <>
      <DropdownMenuItem onSelect={() => change(openSettings(''))}>
        <Settings2 aria-hidden />
        {t('settings')}
      </DropdownMenuItem>
      <DropdownMenuItem onSelect={onVersions}>
        <History aria-hidden />
        {versions('open')}
      </DropdownMenuItem>
      {mayAdd && (
        <DropdownMenuItem onSelect={() => onOpen('people')}>
          <UserPlus aria-hidden />
          {entries('menu')}
        </DropdownMenuItem>
      )}
      <DropdownMenuItem onSelect={() => onOpen('keys')}>
        <Keyboard aria-hidden />
        {t('keys')}
      </DropdownMenuItem>
      {!isStill && <DraftItems onOpen={onOpen} />}
    </>
  );
}

function DraftItems({ onOpen }: { onOpen: (open: Open) => void }) {
  const t = useTranslations('canvas.header');
  return (
    <>
      <DropdownMenuItem onSelect={() => onOpen('priority')}>
        <ArrowUpNarrowWide aria-hidden />
        {t('priority')}
      </DropdownMenuItem>
      <DropdownMenuSeparator />
      <DropdownMenuItem variant="danger" onSelect={() => onOpen('archive')}>
        <Archive aria-hidden />
        {t('archive')}
      </DropdownMenuItem>
    </>
  );
}

function ArchiveQuestion({
  isOpen,
  onOpenChange,
}: {
  isOpen: boolean;
  onOpenChange: (isOpen: boolean) => void;
}) {
  const t = useTranslations('canvas.archive');
  const name = useStudio((studio) => studio.name);
  const { run, isPending } = useStanding();
  return (
    <ConfirmDialog
      open={isOpen}
      onOpenChange={onOpenChange}
      title={t('title', { name })}
      description={t('description')}
      action={t('action')}
      isPending={isPending}
      onConfirm={() => run('archive', () => onOpenChange(false))}
    />
  );
}
