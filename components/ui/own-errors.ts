// What a control alone knows to be wrong with it, such as text that is no number, told to whatever shows errors around it.
'use client';

import { createContext, useCallback, useState } from 'react';

/** @param error null where nothing is wrong any more */
type Report = (control: string, error: string | null) => void;

export const ReportContext = createContext<Report | null>(null);

interface OwnErrors {
  readonly report: Report;
  /** The first of them. */
  readonly ownError: string | undefined;
}

export function useOwnErrors(): OwnErrors {
  const [errors, setErrors] = useState<ReadonlyMap<string, string>>(new Map());
  const report = useCallback<Report>((control, error) => {
    setErrors((known) => {
      if ((known.get(control) ?? null) === error) return known;
      const others = [...known].filter(([id]) => id !== control);
      return new Map(error === null ? others : [...others, [control, error]]);
    });
  }, []);
  const [ownError] = errors.values();
  return { report, ownError };
}
