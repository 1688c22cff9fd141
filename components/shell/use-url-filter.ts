// The filter of a list, kept in the address, so that it can be shared and survives a reload.
'use client';

import { useSearchParams } from 'next/navigation';

type Changes = Record<string, string | undefined>;

/** Reads one value by name, and changes several at once; an empty value leaves the address. */
export function useUrlFilter(): readonly [
  read: (name: string) => string | undefined,
  change: (changes: Changes) => void,
] {
  const params = useSearchParams();
  const change = (changes: Changes) => {
    const next = new URLSearchParams(params);
    for (const [name, value] of Object.entries(changes)) {
      if (value) next.set(name, value);
      else next.delete(name);
    }
    window.history.replaceState(null, '', next.size > 0 ? `?${next}` : window.location.pathname);
  };
  return [(name) => params.get(name) ?? undefined, change];
}
