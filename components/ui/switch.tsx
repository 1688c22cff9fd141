// On or off, at once: a switch acts, a checkbox waits for a form.
'use client';

import * as RadixSwitch from 'radix-ui/switch';
import type { ComponentProps } from 'react';
import { cn } from './cn';
import { useFieldWiring } from './field-wiring';

export function Switch({ className, ...rest }: ComponentProps<typeof RadixSwitch.Root>) {
  const wiring = useFieldWiring();
  return (
    <RadixSwitch.Root
      className={cn(
        'inline-flex h-5 w-9 shrink-0 items-center rounded-full bg-line-strong p-0.5 transition-colors duration-180',
        'hover:bg-faint/60 disabled:cursor-not-allowed disabled:opacity-50 data-[state=checked]:bg-accent',
        className,
      )}
      {...wiring}
      {...rest}
    >
      <RadixSwitch.Thumb className="size-4 rounded-full bg-white shadow-low transition-transform duration-180 ease-out-soft data-[state=checked]:translate-x-4" />
    </RadixSwitch.Root>
  );
}
