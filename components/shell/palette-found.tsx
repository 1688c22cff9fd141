// What the palette has found of one kind.
'use client';

import { UserRound, UsersRound, Waypoints } from 'lucide-react';
import { useTranslations } from 'next-intl';
import { CommandGroup, CommandItem } from '@/components/ui/command';
import type { FoundEntry } from './use-found';

interface PaletteFoundProps {
  kind: 'journeys' | 'customers' | 'segments';
  entries: readonly FoundEntry[];
  search: string;
  onGo: (href: string) => void;
}

const icons = { journeys: Waypoints, customers: UserRound, segments: UsersRound } as const;

export function PaletteFound({ kind, entries, search, onGo }: PaletteFoundProps) {
  const t = useTranslations('shell.palette');
  const Icon = icons[kind];
  if (entries.length === 0) return null;
  return (
    <CommandGroup heading={t(kind)}>
      {entries.map(({ id, href, label, hint }) => (
        // They match already: what was typed, as a keyword, carries them through the list's own filter.
        <CommandItem key={id} value={id} keywords={[search, label]} onSelect={() => onGo(href)}>
          <Icon aria-hidden />
          <span className="truncate">{label}</span>
          {hint && <span className="ml-auto shrink-0 truncate pl-3 text-muted text-xs">{hint}</span>}
        </CommandItem>
      ))}
    </CommandGroup>
  );
}
