// Everything a journey can be made of, to drag onto a line. A click adds it after the selected step.
'use client';

import { PanelLeftClose, PanelLeftOpen } from 'lucide-react';
import { useTranslations } from 'next-intl';
import { type DragEvent, useState } from 'react';
import { NodeMark } from '@/components/nodes/node-mark';
import { Button } from '@/components/ui/button';
import { cn } from '@/components/ui/cn';
import { type NodeType, nodeOf } from '@/lib/core/nodes/registry';
import { families, typesOf } from './family-groups';
import { addingAfter, addStep, mayAdd } from './steps';
import { carry, isReadOnly } from './studio';
import { useStudio, useStudioStore } from './studio-context';

export function Palette() {
  const t = useTranslations('canvas');
  const [chosen, setChosen] = useState<boolean | null>(null);
  // Beside an open step there is little room: names give way until somebody asks for them.
  const isOpen = useStudio((studio) => studio.isOpen);
  const isNarrow = chosen ?? isOpen;
  const isStill = useStudio(isReadOnly);
  if (isStill) return null;
  return (
    <aside
      aria-label={t('palette.title')}
      className={cn(
        'absolute top-3 left-3 z-10 flex max-h-[calc(100%-5rem)] flex-col overflow-y-auto rounded-lg border bg-surface p-1.5 shadow-mid max-md:hidden',
        isNarrow ? 'w-12' : 'w-48',
      )}
    >
      <PaletteHead isNarrow={isNarrow} onToggle={() => setChosen(!isNarrow)} />
      {families.map((family) => (
        <section key={family} aria-label={t(`families.${family}`)}>
          {isNarrow ? (
            <hr className="mx-2 my-1.5" />
          ) : (
            <h3 className="px-2 pt-2 pb-1 font-medium text-faint text-2xs">{t(`families.${family}`)}</h3>
          )}
          {typesOf(family).map((type) => (
            <Piece key={type} type={type} isNarrow={isNarrow} />
          ))}
        </section>
      ))}
    </aside>
  );
}

function PaletteHead({ isNarrow, onToggle }: { isNarrow: boolean; onToggle: () => void }) {
  const t = useTranslations('canvas.palette');
  const label = t(isNarrow ? 'widen' : 'narrow');
  return (
    <div className={cn('flex items-center pb-0.5', isNarrow ? 'justify-center' : 'justify-between pl-2')}>
      {!isNarrow && <h2 className="font-semibold text-sm">{t('title')}</h2>}
      <Button
        variant="ghost"
        size="icon-sm"
        aria-expanded={!isNarrow}
        aria-label={label}
        title={label}
        onClick={onToggle}
      >
        {isNarrow ? <PanelLeftOpen aria-hidden /> : <PanelLeftClose aria-hidden />}
      </Button>
    </div>
  );
}

function Piece({ type, isNarrow }: { type: NodeType; isNarrow: boolean }) {
  const t = useTranslations('nodes');
  const store = useStudioStore();
  const name = t(`${type}.name`);
  const start = (event: DragEvent) => {
    event.dataTransfer.effectAllowed = 'copy';
    event.dataTransfer.setData('text/plain', name);
    store.update(carry(type));
  };
  return (
    <button
      type="button"
      draggable
      aria-label={isNarrow ? name : undefined}
      title={t(`${type}.hint`)}
      className={cn(
        'flex w-full cursor-grab items-center gap-2.5 rounded-sm py-1.5 text-left text-sm transition-colors hover:bg-ink/5 active:cursor-grabbing',
        isNarrow ? 'justify-center' : 'px-2',
      )}
      onDragStart={start}
      onDragEnd={() => store.update(carry(null))}
      onClick={() => store.update((studio) => addBehindSelected(type)(studio))}
    >
      <NodeMark type={type} size="sm" />
      {!isNarrow && <span className="truncate">{name}</span>}
    </button>
  );
}

/** A click goes where `a` would: behind the selected step, or as a trigger of its own. */
function addBehindSelected(type: NodeType): ReturnType<typeof addStep> {
  return (studio) => {
    const isEntry = nodeOf(type).family === 'entry';
    const after = isEntry ? null : (addingAfter(studio, studio.selected)?.after ?? null);
    return mayAdd(studio, type, after) ? addStep(type, after)(studio) : studio;
  };
}
