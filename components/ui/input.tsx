// A line of text to type. Inside a Field it takes its id, description and error from there.
'use client';

import type { ComponentProps, ReactNode } from 'react';
import { cn } from './cn';
import { useFieldWiring } from './field-wiring';

export const inputLook = [
  'h-8.5 w-full min-w-0 rounded-sm border border-line-strong bg-surface px-2.5 text-sm text-ink shadow-low',
  'transition-[border-color,box-shadow] duration-120 hover:border-faint/60',
  'focus-visible:border-focus focus-visible:outline-2 focus-visible:-outline-offset-1',
  'disabled:cursor-not-allowed disabled:bg-sunken disabled:text-muted',
  'aria-invalid:border-danger aria-invalid:focus-visible:outline-danger',
  'pointer-coarse:h-10 max-sm:text-lg',
].join(' ');

interface InputProps extends ComponentProps<'input'> {
  /** An icon in front, e.g. the magnifier of a search. */
  icon?: ReactNode;
}

export function Input({ className, icon, ...rest }: InputProps) {
  const wiring = useFieldWiring();
  const input = (
    <input type="text" className={cn(inputLook, icon && 'pl-8', className)} {...wiring} {...rest} />
  );
  if (!icon) return input;
  return (
    <span className="relative block w-full">
      <span className="pointer-events-none absolute inset-y-0 left-2.5 flex items-center text-faint [&_svg]:size-4">
        {icon}
      </span>
      {input}
    </span>
  );
}
