// What can be called up from everywhere: the palette, the shortcuts, a new journey. Loaded when first wanted.
'use client';

import dynamic from 'next/dynamic';
import { useRouter } from 'next/navigation';
import { createContext, type ReactNode, use, useEffect, useRef, useState } from 'react';
import { sections } from './sections';

const CommandPalette = dynamic(() => import('./command-palette').then((module) => module.CommandPalette));
const ShortcutsDialog = dynamic(() => import('./shortcuts-dialog').then((module) => module.ShortcutsDialog));
const CreateJourneyDialog = dynamic(() =>
  import('@/components/journeys/create-journey-dialog').then((module) => module.CreateJourneyDialog),
);

export type ShellCommand = 'palette' | 'shortcuts' | 'new-journey';

const ShellCommandsContext = createContext<(command: ShellCommand) => void>(() => {});

/** Opens one of them. */
export function useShellCommand(): (command: ShellCommand) => void {
  return use(ShellCommandsContext);
}

export function ShellCommands({ children }: { children: ReactNode }) {
  const [open, setOpen] = useState<ShellCommand | null>(null);
  const onOpenChange = (isOpen: boolean) => !isOpen && setOpen(null);
  useShortcuts(setOpen);
  return (
    <ShellCommandsContext value={setOpen}>
      {children}
      {open === 'palette' && <CommandPalette onOpenChange={onOpenChange} onCommand={setOpen} />}
      {open === 'shortcuts' && <ShortcutsDialog onOpenChange={onOpenChange} />}
      {open === 'new-journey' && <CreateJourneyDialog onOpenChange={onOpenChange} />}
    </ShellCommandsContext>
  );
}

const sequenceMs = 1200;

function useShortcuts(openCommand: (command: ShellCommand) => void): void {
  const router = useRouter();
  const goPressedAt = useRef(Number.NEGATIVE_INFINITY);
  useEffect(() => {
    const onKeyDown = (event: KeyboardEvent) => {
      const key = event.key.toLowerCase();
      if ((event.metaKey || event.ctrlKey) && key === 'k') {
        event.preventDefault();
        openCommand('palette');
        return;
      }
      if (event.metaKey || event.ctrlKey || event.altKey || isBusy(event.target)) return;
      const section = sections.find((candidate) => candidate.key === key);
      if (section && event.timeStamp - goPressedAt.current < sequenceMs) router.push(section.href);
      goPressedAt.current = key === 'g' ? event.timeStamp : Number.NEGATIVE_INFINITY;
      if (event.key === '?') openCommand('shortcuts');
    };
    window.addEventListener('keydown', onKeyDown);
    return () => window.removeEventListener('keydown', onKeyDown);
  }, [openCommand, router]);
}

const openLayer =
  ':is([role=dialog], [role=alertdialog], [role=menu], [role=listbox]):not([data-state=closed])';

/** Plain keys belong to whoever is typing, and to a dialog that is open. */
function isBusy(target: EventTarget | null): boolean {
  if (document.querySelector(openLayer)) return true;
  return (
    target instanceof HTMLElement && (target.isContentEditable || target.matches('input, textarea, select'))
  );
}
