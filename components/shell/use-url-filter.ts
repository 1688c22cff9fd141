// The filter of a list, kept in the address, so that it can be shared and survives a reload.
'use client';

import { useSearchParams } from 'next/navigation';
import { useState } from 'react';

type Changes = Record<string, string | undefined>;

/** Reads one value by name, and changes several at once; an empty value leaves the address. */
export function useUrlFilter(): readonly [
  read: (name: string) => string | undefined,
  change: (changes: Changes) => void,
] {
  const address = useSearchParams();
  // The address follows in a transition, which a busy page may put off: what was chosen shows at once.
  const [ahead, setAhead] = useState<{ of: typeof address; params: URLSearchParams } | null>(null);
  const params = ahead?.of === address ? ahead.params : address;
  const change = (changes: Changes) => {
    const next = new URLSearchParams(params);
    for (const [name, value] of Object.entries(changes)) {
      if (value) next.set(name, value);
      else next.delete(name);
    }
    setAhead({ of: address, params: next });
    window.history.replaceState(null, '', next.size > 0 ? `?${next}` : window.location.pathname);
  };
  return [(name) => params.get(name) ?? undefined, change];
}
