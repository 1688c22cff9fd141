// A labelled control with its hint and its error, tied together for screen readers.
'use client';

import { CircleAlert } from 'lucide-react';
import { type ReactNode, useId } from 'react';
import { cn } from './cn';
import { FieldContext } from './field-wiring';
import { Label } from './label';
import { ReportContext, useOwnErrors } from './own-errors';

interface FieldProps {
  label: ReactNode;
  hint?: ReactNode;
  /** The sentence to show; its presence marks the control invalid. */
  error?: ReactNode;
  /** Shown at the label's right, e.g. "optional" or a counter. */
  aside?: ReactNode;
  className?: string;
  children: ReactNode;
}

export function Field({ label, hint, error, aside, className, children }: FieldProps) {
  const id = useId();
  const hintId = hint ? `${id}-hint` : null;
  const { report, ownError } = useOwnErrors();
  const shown = ownError ?? error;
  const errorId = shown ? `${id}-error` : null;
  return (
    <FieldContext value={{ id, hintId, errorId }}>
      <div className={cn('flex min-w-0 flex-col gap-1.5', className)}>
        <div className="flex items-baseline justify-between gap-3">
          <Label htmlFor={id}>{label}</Label>
          {aside && <span className="text-faint text-xs">{aside}</span>}
        </div>
        <ReportContext value={report}>{children}</ReportContext>
        {errorId && (
          <p id={errorId} role="alert" className="flex items-start gap-1.5 text-danger-ink text-xs">
            <CircleAlert className="mt-0.5 size-3.5 shrink-0" aria-hidden />
            {shown}
          </p>
        )}
        {hintId && (
          <p id={hintId} className="text-muted text-xs">
            {hint}
          </p>
        )}
      </div>
    </FieldContext>
  );
}
