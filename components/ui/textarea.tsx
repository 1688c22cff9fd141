// Several lines of text to type; grows with its content where the browser can.
'use client';

import type { ComponentProps } from 'react';
import { cn } from './cn';
import { useFieldWiring } from './field-wiring';
import { inputLook } from './input';

export function Textarea({ className, ...rest }: ComponentProps<'textarea'>) {
  const wiring = useFieldWiring();
  return (
    <textarea
      rows={4}
      className={cn(
        inputLook,
        'field-sizing-content h-auto min-h-20 resize-y py-2 leading-5 pointer-coarse:h-auto',
        className,
      )}
      {...wiring}
      {...rest}
    />
  );
}
