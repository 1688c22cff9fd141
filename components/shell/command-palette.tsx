// Ctrl/⌘-K: go anywhere, find a journey or a customer, do the things that have no place of their own.
'use client';

import { Keyboard, Monitor, Moon, Plus, Sun, UserRound, Waypoints } from 'lucide-react';
import { useRouter } from 'next/navigation';
import { useTranslations } from 'next-intl';
import * as RadixDialog from 'radix-ui/dialog';
import { useState } from 'react';
import {
  Command,
  CommandEmpty,
  CommandGroup,
  CommandInput,
  CommandItem,
  CommandList,
} from '@/components/ui/command';
import { veil } from '@/components/ui/dialog';
import { Spinner } from '@/components/ui/spinner';
import { sections } from './sections';
import type { ShellCommand } from './shell-commands';
import { useTheme } from './theme';
import { useFound } from './use-found';

interface CommandPaletteProps {
  onOpenChange: (open: boolean) => void;
  onCommand: (command: ShellCommand) => void;
}

export function CommandPalette({ onOpenChange, onCommand }: CommandPaletteProps) {
  const t = useTranslations('shell');
  const [search, setSearch] = useState('');
  const { journeys, customers, isSearching } = useFound(search);
  const router = useRouter();
  const go = (href: string) => {
    onOpenChange(false);
    router.push(href);
  };
  return (
    <RadixDialog.Root open onOpenChange={onOpenChange}>
      <RadixDialog.Portal>
        <RadixDialog.Overlay className={veil} />
        <RadixDialog.Content
          aria-describedby={undefined}
          className="fixed top-[12vh] left-1/2 z-50 w-[calc(100%-1.5rem)] max-w-xl -translate-x-1/2 animate-pop-in overflow-hidden rounded-lg border border-line bg-raised shadow-high outline-none max-sm:top-3"
        >
          <RadixDialog.Title className="sr-only">{t('palette.title')}</RadixDialog.Title>
          <Command loop label={t('palette.title')}>
            <CommandInput
              value={search}
              onValueChange={setSearch}
              placeholder={t('palette.placeholder')}
              end={isSearching && <Spinner label={t('palette.searching')} className="text-faint" />}
            />
            <CommandList className="max-h-[min(26rem,60dvh)]">
              <CommandEmpty>{t('palette.empty', { search })}</CommandEmpty>
              <Found
                title={t('palette.journeys')}
                icon="journey"
                entries={journeys}
                search={search}
                onGo={go}
              />
              <Found
                title={t('palette.customers')}
                icon="customer"
                entries={customers}
                search={search}
                onGo={go}
              />
              <CommandGroup heading={t('palette.goTo')}>
                {sections.map(({ id, href, icon: Icon }) => (
                  <CommandItem key={id} onSelect={() => go(href)}>
                    <Icon aria-hidden />
                    {t(`sections.${id}`)}
                  </CommandItem>
                ))}
              </CommandGroup>
              <Deeds onCommand={onCommand} onDone={() => onOpenChange(false)} />
            </CommandList>
          </Command>
        </RadixDialog.Content>
      </RadixDialog.Portal>
    </RadixDialog.Root>
  );
}

interface FoundProps {
  title: string;
  icon: 'journey' | 'customer';
  entries: readonly { id: string; href: string; label: string; hint?: string | undefined }[];
  search: string;
  onGo: (href: string) => void;
}

function Found({ title, icon, entries, search, onGo }: FoundProps) {
  const Icon = icon === 'journey' ? Waypoints : UserRound;
  if (entries.length === 0) return null;
  return (
    <CommandGroup heading={title}>
      {entries.map(({ id, href, label, hint }) => (
        // The server or the hook has matched these already: the typed words as keywords keep them through cmdk's filter.
        <CommandItem key={id} value={id} keywords={[search, label]} onSelect={() => onGo(href)}>
          <Icon aria-hidden />
          <span className="truncate">{label}</span>
          {hint && <span className="ml-auto shrink-0 truncate pl-3 text-muted text-xs">{hint}</span>}
        </CommandItem>
      ))}
    </CommandGroup>
  );
}

function Deeds({ onCommand, onDone }: { onCommand: (command: ShellCommand) => void; onDone: () => void }) {
  const t = useTranslations('shell.palette');
  const [, setTheme] = useTheme();
  const use = (theme: Parameters<typeof setTheme>[0]) => () => {
    setTheme(theme);
    onDone();
  };
  return (
    <CommandGroup heading={t('do')}>
      <CommandItem onSelect={() => onCommand('new-journey')}>
        <Plus aria-hidden />
        {t('newJourney')}
      </CommandItem>
      <CommandItem onSelect={use('light')}>
        <Sun aria-hidden />
        {t('themeLight')}
      </CommandItem>
      <CommandItem onSelect={use('dark')}>
        <Moon aria-hidden />
        {t('themeDark')}
      </CommandItem>
      <CommandItem onSelect={use('system')}>
        <Monitor aria-hidden />
        {t('themeSystem')}
      </CommandItem>
      <CommandItem onSelect={() => onCommand('shortcuts')}>
        <Keyboard aria-hidden />
        {t('shortcuts')}
      </CommandItem>
    </CommandGroup>
  );
}
