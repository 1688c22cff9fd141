// The plus on a line or at an open exit. While a step is dragged from the palette it is where the step can land.
'use client';

import { Plus } from 'lucide-react';
import { useTranslations } from 'next-intl';
import { useNodeTitle } from '@/components/nodes/use-node-title';
import { cn } from '@/components/ui/cn';
import type { NodeId } from '@/lib/core/engine/program';
import type { ExitRef } from '@/lib/core/journey/graph';
import { mayMoveInto } from './picking';
import { mayAdd } from './steps';
import { add, nodeAt, type Studio } from './studio';
import { useChange, useStudio } from './studio-context';
import { useExitName } from './use-exit-name';

interface PlusButtonProps {
  way: string;
  from: NodeId;
  exit: string;
  isOpenExit?: boolean;
}

export function PlusButton({ way, from, exit, isOpenExit }: PlusButtonProps) {
  const t = useTranslations('canvas.add');
  const change = useChange();
  const after = { from, exit };
  const label = usePlusLabel(from, exit);
  const isTaking = useStudio(({ adding }) => adding?.after?.from === from && adding.after.exit === exit);
  const zone = useStudio((studio) => {
    if (!mayTake(studio, after)) return 'none';
    return studio.landing === way ? 'landing' : 'free';
  });
  return (
    <button
      type="button"
      tabIndex={-1}
      data-plus={way}
      aria-label={label}
      title={t('title')}
      aria-haspopup="dialog"
      aria-expanded={isTaking}
      className={cn(
        'nodrag nopan flex size-6 items-center justify-center rounded-full border bg-surface text-muted shadow-low transition-[transform,background-color,color,border-color,box-shadow] duration-120',
        'hover:scale-115 hover:border-accent hover:bg-accent hover:text-on-accent aria-expanded:border-accent aria-expanded:bg-accent aria-expanded:text-on-accent',
        isOpenExit && 'size-7 border-line-strong border-dashed',
        zone === 'free' && 'scale-115 border-accent border-dashed bg-accent-soft text-accent-ink',
        zone === 'landing' &&
          'scale-150 border-accent bg-accent text-on-accent shadow-mid ring-6 ring-accent/20',
      )}
      onClick={(event) => {
        event.stopPropagation();
        change(add({ after, mayChooseExit: false }));
      }}
    >
      <Plus className="size-3.5" strokeWidth={2.25} aria-hidden />
    </button>
  );
}

function mayTake(studio: Studio, after: ExitRef): boolean {
  if (studio.moving.length > 0) return mayMoveInto(studio, studio.moving, after);
  return studio.carried !== null && mayAdd(studio, studio.carried, after);
}

function usePlusLabel(from: NodeId, exit: string): string {
  const t = useTranslations('canvas.add');
  const title = useNodeTitle();
  const node = useStudio((studio) => nodeAt(studio, from));
  const exitName = useExitName([node]);
  if (!node) return t('title');
  const isOnly = exit === 'next';
  return isOnly
    ? t('after', { step: title(node) })
    : t('afterExit', { step: title(node), exit: exitName(node, exit) });
}
