// Puts the keyboard into the drawer when it was asked for: at the field of a problem, else at the first field.
'use client';

import { type RefObject, useEffect } from 'react';
import { focusField } from './focus-field';
import { useStudio } from './studio-context';

export function useFieldFocus(panel: RefObject<HTMLElement | null>): void {
  const field = useStudio((studio) => studio.field);
  useEffect(() => {
    if (field !== null && panel.current) focusField(panel.current, field);
  }, [field, panel]);
}
