// `/`: finds a step by its name or by what it does, and goes there.
'use client';

import { useTranslations } from 'next-intl';
import * as RadixDialog from 'radix-ui/dialog';
import { Command, CommandEmpty, CommandInput, CommandList } from '@/components/ui/command';
import { veil } from '@/components/ui/dialog';
import { matchScore } from './match-score';
import { StepItem } from './step-item';
import { documentOf, select } from './studio';
import { useChange, useStudio, useStudioStore } from './studio-context';
import { focusSelected } from './use-keys';

export function FindStep({ onDone }: { onDone: () => void }) {
  const t = useTranslations('canvas.find');
  const store = useStudioStore();
  return (
    <RadixDialog.Root open onOpenChange={(isOpen) => !isOpen && onDone()}>
      <RadixDialog.Portal>
        <RadixDialog.Overlay className={veil} />
        <RadixDialog.Content
          aria-describedby={undefined}
          className="fixed top-[12vh] left-1/2 z-50 w-[calc(100%-1.5rem)] max-w-lg -translate-x-1/2 animate-pop-in overflow-hidden rounded-lg border border-line bg-raised shadow-high outline-none"
          onCloseAutoFocus={(event) => {
            event.preventDefault();
            focusSelected(store.read().selected);
          }}
        >
          <RadixDialog.Title className="sr-only">{t('title')}</RadixDialog.Title>
          <Steps onDone={onDone} />
        </RadixDialog.Content>
      </RadixDialog.Portal>
    </RadixDialog.Root>
  );
}

function Steps({ onDone }: { onDone: () => void }) {
  const t = useTranslations('canvas.find');
  const change = useChange();
  const { nodes } = useStudio(documentOf);
  return (
    <Command loop label={t('title')} filter={matchScore}>
      <CommandInput placeholder={t('placeholder')} />
      <CommandList className="max-h-[min(24rem,60dvh)]">
        <CommandEmpty>{t('empty')}</CommandEmpty>
        {nodes.map((node) => (
          <StepItem
            key={node.id}
            node={node}
            onChoose={() => {
              change(select(node.id));
              onDone();
            }}
          />
        ))}
      </CommandList>
    </Command>
  );
}
