// Several of a list, by boxes to tick; what is ticked goes into one field of the address.
'use client';

import { useState } from 'react';
import type { NamedChoice } from '@/lib/core/retention/split-choices';

interface PickManyProps {
  name: string;
  label: string;
  hint: string;
  /** Said where there is nothing to pick. */
  empty: string;
  offered: readonly NamedChoice[];
  chosen: readonly string[];
  most: number;
  /** Whether the form cannot be sent before anything is picked. */
  isRequired?: boolean;
}

export function PickMany(props: PickManyProps) {
  const { name, label, hint, empty, offered, chosen, most, isRequired = false } = props;
  const [picked, setPicked] = useState(chosen);
  const isFull = picked.length >= most;
  return (
    <fieldset className="min-w-0 sm:col-span-2">
      <legend className="mb-1.5 font-medium text-sm">{label}</legend>
      <div className="flex max-h-40 flex-col gap-1 overflow-y-auto rounded-md border bg-raised px-3 py-2">
        {offered.length === 0 && <p className="text-muted text-sm">{empty}</p>}
        {offered.map(({ id, name: text }) => (
          <label key={id} className="flex min-w-0 items-center gap-2 py-0.5 text-sm">
            <input
              type="checkbox"
              className="size-4 shrink-0 accent-accent"
              checked={picked.includes(id)}
              disabled={isFull && !picked.includes(id)}
              required={isRequired && picked.length === 0}
              onChange={({ target }) =>
                setPicked(target.checked ? [...picked, id] : picked.filter((one) => one !== id))
              }
            />
            <span className="truncate">{text}</span>
          </label>
        ))}
      </div>
      {offered.length > 0 && <p className="mt-1.5 text-muted text-xs">{hint}</p>}
      {picked.length > 0 && <input type="hidden" name={name} value={picked.join(',')} />}
    </fieldset>
  );
}
