// A step with several exits goes into a line: behind which of them does the line go on?
'use client';

import { useTranslations } from 'next-intl';
import { useMemo } from 'react';
import { Command, CommandGroup, CommandItem, CommandList } from '@/components/ui/command';
import { Popover, PopoverAnchor, PopoverContent } from '@/components/ui/popover';
import { exitsOf } from '@/lib/core/journey/graph';
import { plusRect } from './plus-rect';
import { freshStep, placeStep } from './steps';
import { type Placing, place } from './studio';
import { useChange, useStudio, useStudioStore } from './studio-context';
import { useExitName } from './use-exit-name';
import { focusSelected } from './use-keys';

export function TailChoice() {
  const placing = useStudio((studio) => studio.placing);
  return placing && <OpenChoice placing={placing} />;
}

function OpenChoice({ placing }: { placing: Placing }) {
  const t = useTranslations('canvas.tail');
  const names = useTranslations('nodes');
  const change = useChange();
  const store = useStudioStore();
  const anchor = useMemo(
    () => ({ current: { getBoundingClientRect: () => plusRect(placing.after) } }),
    [placing],
  );
  const step = freshStep(placing.type);
  const exitName = useExitName([step]);
  return (
    <Popover open onOpenChange={(isOpen) => !isOpen && change(place(null))}>
      <PopoverAnchor virtualRef={anchor} />
      <PopoverContent
        side="bottom"
        align="center"
        aria-label={t('title', { step: names(`${placing.type}.name`) })}
        className="w-72 overflow-hidden p-0"
        onOpenAutoFocus={focusList}
        onCloseAutoFocus={(event) => {
          event.preventDefault();
          if (!store.read().isOpen) focusSelected(store.read().selected);
        }}
      >
        <p className="border-b px-3 py-2 font-medium text-sm">
          {t('title', { step: names(`${placing.type}.name`) })}
        </p>
        <Command loop tabIndex={0} label={t('label')} className="outline-none">
          <CommandList>
            <CommandGroup>
              {exitsOf(step).map(({ id }) => (
                <CommandItem key={id} value={id} onSelect={() => change(placeStep(placing, id))}>
                  {exitName(step, id)}
                </CommandItem>
              ))}
              <CommandItem value="loose" onSelect={() => change(placeStep(placing, null))}>
                <span className="text-muted">{t('loose')}</span>
              </CommandItem>
            </CommandGroup>
          </CommandList>
        </Command>
      </PopoverContent>
    </Popover>
  );
}

/** There is no search field to hold the keyboard, so the list itself takes it: arrows and Enter work at once. */
function focusList(event: Event): void {
  event.preventDefault();
  if (event.target instanceof HTMLElement) event.target.querySelector<HTMLElement>('[cmdk-root]')?.focus();
}
