// Ties a control to the label, hint and error of the Field around it, so that no form wires ids by hand.
'use client';

import { createContext, use } from 'react';

export interface FieldWiring {
  readonly id: string;
  readonly hintId: string | null;
  readonly errorId: string | null;
}

export const FieldContext = createContext<FieldWiring | null>(null);

interface ControlWiring {
  id?: string;
  'aria-describedby'?: string;
  'aria-invalid'?: true;
}

export function useFieldWiring(): ControlWiring {
  const field = use(FieldContext);
  if (!field) return {};
  const describedBy = [field.errorId, field.hintId].filter(Boolean).join(' ');
  return {
    id: field.id,
    ...(describedBy && { 'aria-describedby': describedBy }),
    ...(field.errorId && { 'aria-invalid': true }),
  };
}
