// The picker behind every plus: search, arrows, Enter. Opens where the step will stand.
'use client';

import { useTranslations } from 'next-intl';
import { useMemo } from 'react';
import { NodeMark } from '@/components/nodes/node-mark';
import {
  Command,
  CommandEmpty,
  CommandGroup,
  CommandInput,
  CommandItem,
  CommandList,
} from '@/components/ui/command';
import { Popover, PopoverAnchor, PopoverContent } from '@/components/ui/popover';
import { toast } from '@/components/ui/toast';
import type { ExitRef } from '@/lib/core/journey/graph';
import { type NodeType, nodeOf, nodeTypes } from '@/lib/core/nodes/registry';
import { ExitChoice } from './exit-choice';
import { families, typesOf } from './family-groups';
import { matchScore } from './match-score';
import { plusRect } from './plus-rect';
import { StepItem } from './step-item';
import { addStep, leadTo, mayAdd, stepsToLeadTo } from './steps';
import { type Adding, add, documentOf, nodeAt } from './studio';
import { useChange, useStudio, useStudioStore } from './studio-context';
import { focusSelected } from './use-keys';

export function NodePicker() {
  const adding = useStudio((studio) => studio.adding);
  return adding && <OpenPicker adding={adding} />;
}

function OpenPicker({ adding }: { adding: Adding }) {
  const t = useTranslations('canvas.add');
  const store = useStudioStore();
  const change = useChange();
  const anchor = useMemo(
    () => ({ current: { getBoundingClientRect: () => plusRect(adding.after) } }),
    [adding],
  );
  return (
    <Popover open onOpenChange={(isOpen) => !isOpen && change(add(null))}>
      <PopoverAnchor virtualRef={anchor} />
      <PopoverContent
        side="bottom"
        align="center"
        aria-label={t('title')}
        className="w-80 overflow-hidden p-0"
        onCloseAutoFocus={(event) => {
          event.preventDefault();
          if (!store.read().isOpen && store.read().placing === null) focusSelected(store.read().selected);
        }}
      >
        {adding.mayChooseExit && adding.after && <ExitChoice after={adding.after} />}
        <Choices adding={adding} />
      </PopoverContent>
    </Popover>
  );
}

function Choices({ adding: { after } }: { adding: Adding }) {
  const t = useTranslations('canvas');
  const store = useStudioStore();
  const choose = (type: NodeType) => {
    const before = documentOf(store.read());
    store.update(addStep(type, after));
    if (documentOf(store.read()) === before && store.read().placing === null) toast.error(t('add.full'));
  };
  const isJump = nodeAt(store.read(), after?.from ?? null)?.type === 'go-to';
  // Behind an exit a further trigger is the rare wish: it comes last, so that Enter never means it by accident.
  const ordered = after ? [...families.slice(1), ...families.slice(0, 1)] : families;
  const groups = ordered.map((family) => ({
    family,
    types: typesOf(family).filter((type) => mayAdd(store.read(), type, after)),
  }));
  return (
    <Command loop label={t('add.title')} filter={newFirst}>
      <CommandInput autoFocus placeholder={t('add.search')} className="h-10 text-sm" />
      <CommandList className="max-h-[min(22rem,60dvh)]">
        <CommandEmpty>{t('add.nothing')}</CommandEmpty>
        {isJump && <DrawnSteps after={after} />}
        {groups.map(
          ({ family, types }) =>
            types.length > 0 && (
              <CommandGroup key={family} heading={t(`families.${family}`)}>
                {types.map((type) => (
                  <Choice key={type} type={type} onChoose={() => choose(type)} />
                ))}
              </CommandGroup>
            ),
        )}
        {!isJump && <DrawnSteps after={after} />}
      </CommandList>
    </Command>
  );
}

/** Without dragging, too, a line can be led to a step that is drawn already. */
function DrawnSteps({ after }: { after: ExitRef | null }) {
  const t = useTranslations('canvas.add');
  const store = useStudioStore();
  const steps = after === null ? [] : stepsToLeadTo(store.read(), after);
  if (after === null || steps.length === 0) return null;
  return (
    <CommandGroup heading={t('drawn')}>
      {steps.map((node) => (
        <StepItem key={node.id} node={node} onChoose={() => store.update(leadTo(after, node.id))} />
      ))}
    </CommandGroup>
  );
}

/** What is typed means a new step before it means one that is called alike. */
function newFirst(value: string, typed: string, keywords?: readonly string[]): number {
  const score = matchScore(value, typed, keywords);
  return value in nodeTypes ? score : score * 0.9;
}

function Choice({ type, onChoose }: { type: NodeType; onChoose: () => void }) {
  const t = useTranslations('canvas.families');
  const names = useTranslations('nodes');
  const name = names(`${type}.name`);
  const hint = names(`${type}.hint`);
  return (
    <CommandItem
      value={type}
      keywords={[name, hint, t(nodeOf(type).family)]}
      onSelect={onChoose}
      className="gap-3 py-1.5 [&_svg]:text-current"
    >
      <NodeMark type={type} size="sm" />
      <span className="min-w-0">
        <span className="block font-medium">{name}</span>
        <span className="block truncate text-muted text-xs">{hint}</span>
      </span>
    </CommandItem>
  );
}
