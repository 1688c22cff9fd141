// A labelled control of a node form, with the problem the compiler found in exactly this field.
'use client';

import { type ReactNode, useState } from 'react';
import { Field } from '@/components/ui/field';
import { useNodeForm } from '../form-context';
import { useProblemText } from '../use-problem-text';

interface FormFieldProps {
  /** Dotted path into the node's data, as problems name it. */
  field: string;
  label: ReactNode;
  hint?: ReactNode;
  aside?: ReactNode;
  className?: string;
  children: ReactNode;
}

export function FormField({ field, children, ...rest }: FormFieldProps) {
  const error = useFieldError(field);
  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: it only notes that the control inside was left.
    <div data-field={field} onBlur={error.visit}>
      <Field {...rest} error={error.text}>
        {children}
      </Field>
    </div>
  );
}

/** The click that takes the focus away must land before a message moves what is below, or it misses. */
export const AFTER_CLICK_MS = 180;

/** The field's problem as a sentence, once the field was visited: a fresh form does not greet in red. */
export function useFieldError(field: string): { text: string | undefined; visit: () => unknown } {
  const { problems, isStrict } = useNodeForm();
  const problemText = useProblemText();
  const [isVisited, setVisited] = useState(false);
  const problem = problems.find((one) => one.field === field);
  const isShown = problem && (isVisited || isStrict);
  const visit = () => setTimeout(() => setVisited(true), AFTER_CLICK_MS);
  return { text: isShown ? problemText(problem) : undefined, visit };
}
