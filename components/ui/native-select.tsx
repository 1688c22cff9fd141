// A long list to pick from: the browser's own list box, which can be typed into and suits every screen.
'use client';

import { ChevronDown } from 'lucide-react';
import type { ComponentProps } from 'react';
import { cn } from './cn';
import { useFieldWiring } from './field-wiring';
import { inputLook } from './input';

export function NativeSelect({ className, ...rest }: ComponentProps<'select'>) {
  const wiring = useFieldWiring();
  return (
    <span className="relative block">
      <select
        className={cn(inputLook, 'appearance-none pr-8 [&>option]:bg-raised', className)}
        {...wiring}
        {...rest}
      />
      <ChevronDown
        aria-hidden
        className="pointer-events-none absolute inset-y-0 right-2.5 my-auto size-3.5 text-faint"
      />
    </span>
  );
}
