// A line of text with what was seen lately to choose from. Anything may be typed; arrows and Enter take a suggestion.
'use client';

import { useId } from 'react';
import { cn } from '@/components/ui/cn';
import { Input } from '@/components/ui/input';
import { Popover, PopoverAnchor, PopoverContent } from '@/components/ui/popover';
import type { Suggestion } from '../form-context';
import { useSuggestList } from './use-suggest-list';

interface SuggestInputProps {
  value: string;
  onChange: (value: string) => void;
  suggestions: readonly Suggestion[];
  placeholder?: string;
  maxLength?: number;
  'aria-label'?: string;
  className?: string;
}

export function SuggestInput({ value, onChange, suggestions, className, ...rest }: SuggestInputProps) {
  const list = useSuggestList(value, suggestions, onChange);
  const { isShown, active, show } = list;
  const listId = useId();
  return (
    <Popover open={isShown} onOpenChange={show}>
      <PopoverAnchor asChild>
        <div className={cn('min-w-0 flex-1', className)}>
          <Input
            {...rest}
            role="combobox"
            autoComplete="off"
            spellCheck={false}
            aria-expanded={isShown}
            aria-controls={listId}
            aria-autocomplete="list"
            aria-activedescendant={isShown && active >= 0 ? `${listId}-${active}` : undefined}
            value={value}
            onChange={(event) => {
              onChange(event.target.value);
              show(true);
            }}
            onClick={() => show(true)}
            onBlur={() => show(false)}
            onKeyDown={list.press}
          />
        </div>
      </PopoverAnchor>
      <SuggestionList id={listId} list={list} />
    </Popover>
  );
}

function SuggestionList({ id, list }: { id: string; list: ReturnType<typeof useSuggestList> }) {
  return (
    <PopoverContent
      id={id}
      role="listbox"
      align="start"
      sideOffset={4}
      // Gone at once, because while it fades it would still take the next Escape for itself.
      className="max-h-64 w-(--radix-popover-trigger-width) min-w-56 overflow-y-auto p-1 data-[state=closed]:animate-none"
      onOpenAutoFocus={(event) => event.preventDefault()}
      onCloseAutoFocus={(event) => event.preventDefault()}
    >
      {list.matches.map((suggestion, index) => (
        <Row
          key={suggestion.value}
          id={`${id}-${index}`}
          suggestion={suggestion}
          isActive={index === list.active}
          onTake={() => list.take(suggestion)}
        />
      ))}
    </PopoverContent>
  );
}

interface RowProps {
  id: string;
  suggestion: Suggestion;
  isActive: boolean;
  onTake: () => void;
}

function Row({ id, suggestion, isActive, onTake }: RowProps) {
  return (
    <div
      id={id}
      role="option"
      tabIndex={-1}
      aria-selected={isActive}
      className="flex cursor-default items-baseline justify-between gap-3 rounded-xs px-2.5 py-1.5 text-sm hover:bg-ink/6 aria-selected:bg-ink/6 pointer-coarse:py-2.5"
      // Before the input loses the focus, which would close the list under the pointer.
      onPointerDown={(event) => {
        event.preventDefault();
        onTake();
      }}
    >
      <span className="min-w-0 max-w-[70%] shrink-0 truncate">{suggestion.value}</span>
      {suggestion.hint && <span className="min-w-0 truncate text-faint text-xs">{suggestion.hint}</span>}
    </div>
  );
}
