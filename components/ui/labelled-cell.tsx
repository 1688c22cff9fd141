// A numeric cell of a table whose head is gone on a phone: there each figure stands under its own name.
import type { ReactNode } from 'react';
import { Cell } from './table';

export function LabelledCell({ label, children }: { label: string; children: ReactNode }) {
  return (
    <Cell isNumeric className="max-sm:block max-sm:h-auto max-sm:w-1/3 max-sm:border-b-0 max-sm:text-left">
      <span aria-hidden className="block text-muted text-xs sm:hidden">
        {label}
      </span>
      {children}
    </Cell>
  );
}
