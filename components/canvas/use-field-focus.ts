// Puts the keyboard into the drawer when it was asked for: at the field of a problem, else at the first field.
'use client';

import { type RefObject, useEffect } from 'react';
import { useStudio } from './studio-context';

const controls = 'input, textarea, [role=combobox], button[role=switch]';

export function useFieldFocus(panel: RefObject<HTMLElement | null>): void {
  const field = useStudio((studio) => studio.field);
  useEffect(() => {
    if (field === null || !panel.current) return;
    const part = nearestField(panel.current, field);
    part?.scrollIntoView({ block: 'center' });
    part?.querySelector<HTMLElement>(controls)?.focus({ preventScroll: true });
  }, [field, panel]);
}

/** The field itself, or the closest one around it: `branches.0.condition` where `….of.2` is not on screen. */
function nearestField(panel: HTMLElement, field: string): HTMLElement | null {
  const keys = field.split('.');
  for (let length = keys.length; length > 0; length -= 1) {
    const path = keys.slice(0, length).join('.');
    const part = panel.querySelector<HTMLElement>(`[data-field="${CSS.escape(path)}"]`);
    if (part) return part;
  }
  return panel.querySelector<HTMLElement>('fieldset');
}
