// What the palette always offers: the sections, and the things to do.
'use client';

import { Keyboard, Monitor, Moon, Plus, Sun } from 'lucide-react';
import { useTranslations } from 'next-intl';
import { CommandGroup, CommandItem } from '@/components/ui/command';
import type { Theme } from './preference';
import { useMayWrite } from './role';
import { sections } from './sections';
import type { ShellCommand } from './shell-commands';
import { useTheme } from './theme';

interface PaletteCommandsProps {
  onGo: (href: string) => void;
  onCommand: (command: ShellCommand) => void;
  onDone: () => void;
}

const themes = [
  { theme: 'light', label: 'themeLight', icon: Sun },
  { theme: 'dark', label: 'themeDark', icon: Moon },
  { theme: 'system', label: 'themeSystem', icon: Monitor },
] as const satisfies { theme: Theme; label: string; icon: unknown }[];

export function PaletteCommands({ onGo, onCommand, onDone }: PaletteCommandsProps) {
  const t = useTranslations('shell');
  const [, setTheme] = useTheme();
  const mayWrite = useMayWrite();
  const choose = (theme: Theme) => {
    setTheme(theme);
    onDone();
  };
  return (
    <>
      <CommandGroup heading={t('palette.goTo')}>
        {sections.map(({ id, href, icon: Icon }) => (
          <CommandItem key={id} onSelect={() => onGo(href)}>
            <Icon aria-hidden />
            {t(`sections.${id}`)}
          </CommandItem>
        ))}
      </CommandGroup>
      <CommandGroup heading={t('palette.do')}>
        {mayWrite && (
          <CommandItem onSelect={() => onCommand('new-journey')}>
            <Plus aria-hidden />
            {t('palette.newJourney')}
          </CommandItem>
        )}
        {mayWrite && (
          <CommandItem onSelect={() => onGo('/segments/new')}>
            <Plus aria-hidden />
            {t('palette.newSegment')}
          </CommandItem>
        )}
        {themes.map(({ theme, label, icon: Icon }) => (
          <CommandItem key={theme} onSelect={() => choose(theme)}>
            <Icon aria-hidden />
            {t(`palette.${label}`)}
          </CommandItem>
        ))}
        <CommandItem onSelect={() => onCommand('shortcuts')}>
          <Keyboard aria-hidden />
          {t('palette.shortcuts')}
        </CommandItem>
      </CommandGroup>
    </>
  );
}
