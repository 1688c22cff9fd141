// A line of text with what was seen lately to choose from. Anything may be typed; arrows and Enter take a suggestion.
'use client';

import { type KeyboardEvent, useId, useState } from 'react';
import { cn } from '@/components/ui/cn';
import { Input } from '@/components/ui/input';
import { Popover, PopoverAnchor, PopoverContent } from '@/components/ui/popover';
import type { Suggestion } from '../form-context';

interface SuggestInputProps {
  value: string;
  onChange: (value: string) => void;
  suggestions: readonly Suggestion[];
  placeholder?: string;
  maxLength?: number;
  'aria-label'?: string;
  className?: string;
}

const SHOWN = 30;

export function SuggestInput(props: SuggestInputProps) {
  const { value, onChange, suggestions, className, ...rest } = props;
  const [isOpen, setOpen] = useState(false);
  const [active, setActive] = useState(-1);
  const listId = useId();
  const matches = matching(suggestions, value);
  const isShown = isOpen && matches.length > 0;
  const show = (open: boolean) => {
    setOpen(open);
    setActive(-1);
  };
  const take = (suggestion: Suggestion | undefined) => {
    if (suggestion) onChange(suggestion.value);
    show(false);
  };
  const press = (event: KeyboardEvent) => {
    const step = stepOf(event.key);
    if (step !== 0) {
      event.preventDefault();
      setOpen(true);
      setActive((now) => (now + step + matches.length) % Math.max(1, matches.length));
    } else if (isShown && event.key === 'Enter') {
      event.preventDefault();
      take(matches[active]);
    } else if (isShown && event.key === 'Escape') {
      event.stopPropagation();
      show(false);
    }
  };
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
            onFocus={() => show(true)}
            onClick={() => setOpen(true)}
            onBlur={() => show(false)}
            onKeyDown={press}
          />
        </div>
      </PopoverAnchor>
      <PopoverContent
        id={listId}
        role="listbox"
        align="start"
        sideOffset={4}
        className="max-h-64 w-(--radix-popover-trigger-width) min-w-56 overflow-y-auto p-1"
        onOpenAutoFocus={(event) => event.preventDefault()}
        onCloseAutoFocus={(event) => event.preventDefault()}
      >
        {matches.map((suggestion, index) => (
          <Row
            key={suggestion.value}
            id={`${listId}-${index}`}
            suggestion={suggestion}
            isActive={index === active}
            onTake={() => take(suggestion)}
          />
        ))}
      </PopoverContent>
    </Popover>
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
      <span className="truncate">{suggestion.value}</span>
      {suggestion.hint && (
        <span className="max-w-36 shrink-0 truncate text-faint text-xs">{suggestion.hint}</span>
      )}
    </div>
  );
}

function stepOf(key: string): number {
  if (key === 'ArrowDown') return 1;
  return key === 'ArrowUp' ? -1 : 0;
}

/** What holds the typed text, all of them where one was already chosen. */
function matching(suggestions: readonly Suggestion[], typed: string): readonly Suggestion[] {
  const text = typed.trim().toLowerCase();
  const isChosen = suggestions.some(({ value }) => value.toLowerCase() === text);
  if (text === '' || isChosen) return suggestions.slice(0, SHOWN);
  return suggestions.filter(({ value }) => value.toLowerCase().includes(text)).slice(0, SHOWN);
}
