// Undo and redo, each saying what it would take back or do again.
'use client';

import { Redo2, Undo2 } from 'lucide-react';
import { useTranslations } from 'next-intl';
import { useNodeTitle } from '@/components/nodes/use-node-title';
import { Button } from '@/components/ui/button';
import { Tooltip } from '@/components/ui/tooltip';
import { type EditLabel, redoLabel, undoLabel } from '@/lib/core/journey/undo';
import { type Change, isReadOnly, redoEdit, undoEdit } from './studio';
import { useChange, useStudio } from './studio-context';

export function HistoryButtons() {
  const t = useTranslations('canvas.history');
  const undoable = useStudio((studio) => undoLabel(studio.history));
  const redoable = useStudio((studio) => redoLabel(studio.history));
  const title = useNodeTitle();
  const said = ({ kind, about, count = 1 }: EditLabel) =>
    t(`edits.${kind}`, { step: about ? title(about) : '', count });
  const isStill = useStudio(isReadOnly);
  if (isStill) return null;
  return (
    <div className="flex max-sm:hidden">
      <Step
        label={undoable ? t('undo', { edit: said(undoable) }) : t('nothingToUndo')}
        icon={Undo2}
        change={undoEdit}
        isOff={undoable === null}
      />
      <Step
        label={redoable ? t('redo', { edit: said(redoable) }) : t('nothingToRedo')}
        icon={Redo2}
        change={redoEdit}
        isOff={redoable === null}
      />
    </div>
  );
}

interface StepProps {
  label: string;
  icon: typeof Undo2;
  change: Change;
  isOff: boolean;
}

function Step({ label, icon: Icon, change, isOff }: StepProps) {
  const act = useChange();
  return (
    <Tooltip content={label}>
      <Button
        variant="ghost"
        size="icon"
        aria-label={label}
        aria-disabled={isOff}
        onClick={() => act(change)}
      >
        <Icon aria-hidden />
      </Button>
    </Tooltip>
  );
}
