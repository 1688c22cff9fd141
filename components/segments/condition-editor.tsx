// The builder of a segment's condition, with undo: a condition about customers at any time.
'use client';

import { Redo2, Undo2 } from 'lucide-react';
import { useTranslations } from 'next-intl';
import { type KeyboardEvent, useMemo } from 'react';
import { ConditionBuilder } from '@/components/condition/condition-builder';
import { NodeFormProvider } from '@/components/nodes/form-context';
import { Button } from '@/components/ui/button';
import type { Condition } from '@/lib/core/condition/condition';
import { segmentProblems } from '@/lib/core/segment/segment-problems';
import { changePlace } from './change-place';
import { changed, redone, type Undoable, undone } from './undoable';
import { useSegmentSuggestions } from './use-segment-suggestions';

interface ConditionEditorProps {
  /** The segment being edited; null for a new one. */
  self: string | null;
  held: Undoable<Condition>;
  onChange: (held: Undoable<Condition>) => void;
  /** Whether lines show their problem before they were visited. */
  isStrict: boolean;
  isReadOnly: boolean;
}

export function ConditionEditor({ self, held, onChange, isStrict, isReadOnly }: ConditionEditorProps) {
  const t = useTranslations('segments.editor');
  const condition = held.present;
  const suggestions = useSegmentSuggestions(condition, self);
  const problems = useMemo(
    () => segmentProblems(condition, 'condition').map((problem) => ({ ...problem, nodeId: null })),
    [condition],
  );
  const form = { problems, isStrict, isReadOnly, hasPassage: false, hasEvent: false, suggestions };
  const press = (event: KeyboardEvent) => {
    const key = event.key.toLowerCase();
    if (!(event.ctrlKey || event.metaKey) || (key !== 'z' && key !== 'y')) return;
    event.preventDefault();
    onChange(event.shiftKey || key === 'y' ? redone(held) : undone(held));
  };
  return (
    <section aria-label={t('condition')} onKeyDown={press}>
      <header className="mb-3 flex items-center justify-between gap-3">
        <h2 className="font-semibold text-base">{t('condition')}</h2>
        {!isReadOnly && (
          <div className="flex gap-1">
            <Button
              variant="ghost"
              size="icon-sm"
              aria-label={t('undo')}
              title={t('undo')}
              disabled={held.past.length === 0}
              onClick={() => onChange(undone(held))}
            >
              <Undo2 aria-hidden />
            </Button>
            <Button
              variant="ghost"
              size="icon-sm"
              aria-label={t('redo')}
              title={t('redo')}
              disabled={held.future.length === 0}
              onClick={() => onChange(redone(held))}
            >
              <Redo2 aria-hidden />
            </Button>
          </div>
        )}
      </header>
      <NodeFormProvider value={form}>
        <fieldset disabled={isReadOnly} className="min-w-0">
          <ConditionBuilder
            field="condition"
            subject="attribute"
            value={condition}
            onChange={(next) => onChange(changed(held, next, changePlace(condition, next)))}
          />
        </fieldset>
      </NodeFormProvider>
    </section>
  );
}
