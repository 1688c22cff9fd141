// A small panel beside the button that opened it.
'use client';

import * as Radix from 'radix-ui/popover';
import type { ComponentProps } from 'react';
import { cn } from './cn';
import { floating } from './dropdown-menu';

export const Popover = Radix.Root;
export const PopoverTrigger = Radix.Trigger;
export const PopoverAnchor = Radix.Anchor;

export function PopoverContent({ className, ...rest }: ComponentProps<typeof Radix.Content>) {
  return (
    <Radix.Portal>
      <Radix.Content
        sideOffset={6}
        collisionPadding={12}
        className={cn(floating, 'w-72 max-w-[calc(100vw-1.5rem)] p-3', className)}
        {...rest}
      />
    </Radix.Portal>
  );
}
