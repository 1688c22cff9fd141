// `/`: finds a step by its name or by what it does, and goes there.
'use client';

import { useTranslations } from 'next-intl';
import * as RadixDialog from 'radix-ui/dialog';
import { cardOf } from '@/components/nodes/cards';
import { NodeMark } from '@/components/nodes/node-mark';
import { useNodeTitle } from '@/components/nodes/use-node-title';
import { Command, CommandEmpty, CommandInput, CommandItem, CommandList } from '@/components/ui/command';
import { veil } from '@/components/ui/dialog';
import type { JourneyNode } from '@/lib/core/journey/document';
import { matchScore } from './match-score';
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
          <Step
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

function Step({ node, onChoose }: { node: JourneyNode; onChoose: () => void }) {
  const types = useTranslations('nodes');
  const title = useNodeTitle();
  const { Summary } = cardOf(node.type);
  return (
    <CommandItem
      value={node.id}
      keywords={[title(node), types(`${node.type}.name`), ...wordsIn(node.data)]}
      className="gap-3 [&_svg]:text-current"
      onSelect={onChoose}
    >
      <NodeMark type={node.type} size="sm" />
      <span className="min-w-0">
        <span className="block truncate font-medium">{title(node)}</span>
        <span className="block truncate text-muted text-xs">
          <Summary data={node.data} problems={[]} />
        </span>
      </span>
    </CommandItem>
  );
}

/** The texts of a step: subjects, event names, addresses. */
function wordsIn(data: unknown): string[] {
  if (typeof data === 'string') return [data.slice(0, 200)];
  return typeof data === 'object' && data !== null ? Object.values(data).flatMap(wordsIn) : [];
}
