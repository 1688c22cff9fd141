// The name of a control.
import type { ComponentProps } from 'react';
import { cn } from './cn';

export function Label({ className, ...rest }: ComponentProps<'label'>) {
  // biome-ignore lint/a11y/noLabelWithoutControl: the control is named by htmlFor, which the caller passes.
  return <label className={cn('font-medium text-ink text-sm', className)} {...rest} />;
}
