// Ctrl/⌘-K: go anywhere, find a journey or a customer, do the things that have no place of their own.
'use client';

import { useRouter } from 'next/navigation';
import { useTranslations } from 'next-intl';
import * as RadixDialog from 'radix-ui/dialog';
import { useState } from 'react';
import { Command, CommandEmpty, CommandInput, CommandList } from '@/components/ui/command';
import { veil } from '@/components/ui/dialog';
import { Spinner } from '@/components/ui/spinner';
import { PaletteCommands } from './palette-commands';
import { PaletteFound } from './palette-found';
import type { ShellCommand } from './shell-commands';
import { useFound } from './use-found';

interface CommandPaletteProps {
  onOpenChange: (open: boolean) => void;
  onCommand: (command: ShellCommand) => void;
}

export function CommandPalette({ onOpenChange, onCommand }: CommandPaletteProps) {
  const t = useTranslations('shell.palette');
  const [search, setSearch] = useState('');
  const { journeys, customers, segments, isSearching } = useFound(search);
  const router = useRouter();
  const close = () => onOpenChange(false);
  const go = (href: string) => {
    close();
    router.push(href);
  };
  const commands = <PaletteCommands onGo={go} onCommand={onCommand} onDone={close} />;
  return (
    <RadixDialog.Root open onOpenChange={onOpenChange}>
      <RadixDialog.Portal>
        <RadixDialog.Overlay className={veil} />
        <RadixDialog.Content
          aria-describedby={undefined}
          className="fixed top-[12vh] left-1/2 z-50 w-[calc(100%-1.5rem)] max-w-xl -translate-x-1/2 animate-pop-in overflow-hidden rounded-lg border border-line bg-raised shadow-high outline-none max-sm:top-3"
        >
          <RadixDialog.Title className="sr-only">{t('title')}</RadixDialog.Title>
          <Command loop label={t('title')}>
            <CommandInput
              value={search}
              onValueChange={setSearch}
              placeholder={t('placeholder')}
              end={isSearching && <Spinner label={t('searching')} className="text-faint" />}
            />
            <CommandList className="max-h-[min(26rem,60dvh)]">
              <CommandEmpty>{t('empty', { search })}</CommandEmpty>
              {search === '' && commands}
              <PaletteFound kind="journeys" entries={journeys} search={search} onGo={go} />
              <PaletteFound kind="customers" entries={customers} search={search} onGo={go} />
              <PaletteFound kind="segments" entries={segments} search={search} onGo={go} />
              {search !== '' && commands}
            </CommandList>
          </Command>
        </RadixDialog.Content>
      </RadixDialog.Portal>
    </RadixDialog.Root>
  );
}
