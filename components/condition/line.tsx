// The frame of one line of a condition, with what is wrong with it once it was left.
'use client';

import type { ReactNode } from 'react';
import { useFieldError } from '@/components/nodes/fields/form-field';
import { ReportContext, useOwnErrors } from '@/components/ui/own-errors';
import type { Leaf } from '@/lib/core/condition/condition';

/** What the editor of any kind of line is given. */
export interface LineEditorProps<Kind extends Leaf> {
  /** Dotted path of the line in the node's data, as problems name it. */
  field: string;
  value: Kind;
  onChange: (value: Kind) => void;
  onRemove: () => void;
}

interface LineProps {
  /** Dotted path of the line in the node's data, as problems name it. */
  field: string;
  label: string;
  children: ReactNode;
}

export function Line({ field, label, children }: LineProps) {
  const error = useFieldError(field);
  const { report, ownError } = useOwnErrors();
  const shown = ownError ?? error.text;
  return (
    <fieldset
      aria-label={label}
      data-field={field}
      onBlur={error.visit}
      className="flex min-w-0 flex-col gap-1.5 rounded-md border bg-surface p-2"
    >
      <ReportContext value={report}>{children}</ReportContext>
      {shown && (
        <p role="alert" className="text-danger-ink text-xs">
          {shown}
        </p>
      )}
    </fieldset>
  );
}
