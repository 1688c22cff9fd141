// A menu of things to do, opened by a button.
'use client';

import * as Radix from 'radix-ui/dropdown-menu';
import type { ComponentProps } from 'react';
import { cn } from './cn';

export const DropdownMenu = Radix.Root;
export const DropdownMenuTrigger = Radix.Trigger;
export const DropdownMenuRadioGroup = Radix.RadioGroup;

export const floating =
  'z-50 origin-(--radix-popper-transform-origin) rounded-md border border-line bg-raised shadow-mid outline-none data-[state=closed]:animate-pop-out data-[state=open]:animate-pop-in';

const row =
  'relative flex cursor-default select-none items-center gap-2 rounded-xs px-2.5 py-1.5 text-sm outline-none data-disabled:opacity-50 data-highlighted:bg-ink/6 pointer-coarse:py-2.5 [&_svg]:size-4 [&_svg]:shrink-0 [&_svg]:text-muted';

export function DropdownMenuContent({ className, ...rest }: ComponentProps<typeof Radix.Content>) {
  return (
    <Radix.Portal>
      <Radix.Content
        sideOffset={6}
        align="end"
        className={cn(floating, 'min-w-44 p-1', className)}
        {...rest}
      />
    </Radix.Portal>
  );
}

interface ItemProps extends ComponentProps<typeof Radix.Item> {
  variant?: 'plain' | 'danger';
}

export function DropdownMenuItem({ className, variant = 'plain', ...rest }: ItemProps) {
  const danger = 'text-danger-ink data-highlighted:bg-danger-soft [&_svg]:text-danger-ink';
  return <Radix.Item className={cn(row, variant === 'danger' && danger, className)} {...rest} />;
}

export function DropdownMenuRadioItem({
  className,
  children,
  ...rest
}: ComponentProps<typeof Radix.RadioItem>) {
  return (
    <Radix.RadioItem className={cn(row, 'pr-7', className)} {...rest}>
      {children}
      <Radix.ItemIndicator className="absolute right-2.5 size-1.5 rounded-full bg-accent" />
    </Radix.RadioItem>
  );
}

export function DropdownMenuLabel({ className, ...rest }: ComponentProps<typeof Radix.Label>) {
  return <Radix.Label className={cn('px-2.5 py-1.5 text-muted text-xs', className)} {...rest} />;
}

export function DropdownMenuSeparator() {
  return <Radix.Separator className="-mx-1 my-1 h-px bg-line" />;
}
