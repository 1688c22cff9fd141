// The list under a field with suggestions: which are shown, which one the arrows are at, what the keys do.
'use client';

import { type KeyboardEvent, useState } from 'react';
import type { Suggestion } from '../form-context';

const SHOWN = 30;

export function useSuggestList(
  typed: string,
  suggestions: readonly Suggestion[],
  onTake: (value: string) => void,
) {
  const [isOpen, setOpen] = useState(false);
  const [active, setActive] = useState(-1);
  const matches = matching(suggestions, typed);
  const isShown = isOpen && matches.length > 0;
  const show = (open: boolean) => {
    setOpen(open);
    setActive(-1);
  };
  const take = (suggestion: Suggestion | undefined) => {
    if (suggestion) onTake(suggestion.value);
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
  return { matches, isShown, active, show, take, press };
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
