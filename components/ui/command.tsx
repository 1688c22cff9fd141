// A searchable list of commands, on cmdk: the palette of the shell and the pickers of the canvas are made of it.
'use client';

import { Command as Cmdk } from 'cmdk';
import { Search } from 'lucide-react';
import type { ComponentProps, ReactNode } from 'react';
import { cn } from './cn';

export function Command({ className, ...rest }: ComponentProps<typeof Cmdk>) {
  return (
    <Cmdk className={cn('flex min-h-0 w-full flex-col overflow-hidden outline-none', className)} {...rest} />
  );
}

interface CommandInputProps extends ComponentProps<typeof Cmdk.Input> {
  /** At the right end, e.g. a spinner. */
  end?: ReactNode;
}

export function CommandInput({ className, end, ...rest }: CommandInputProps) {
  return (
    <div className="flex items-center gap-2.5 border-b px-4">
      <Search className="size-4 shrink-0 text-faint" aria-hidden />
      <Cmdk.Input
        className={cn(
          'h-12 w-full bg-transparent text-base outline-none placeholder:text-faint max-sm:text-lg',
          className,
        )}
        {...rest}
      />
      {end}
    </div>
  );
}

export function CommandList({ className, ...rest }: ComponentProps<typeof Cmdk.List>) {
  return <Cmdk.List className={cn('max-h-80 scroll-py-1 overflow-y-auto p-1.5', className)} {...rest} />;
}

export function CommandEmpty({ className, ...rest }: ComponentProps<typeof Cmdk.Empty>) {
  return <Cmdk.Empty className={cn('px-4 py-10 text-center text-muted text-sm', className)} {...rest} />;
}

export function CommandGroup({ className, ...rest }: ComponentProps<typeof Cmdk.Group>) {
  return (
    <Cmdk.Group
      className={cn(
        '[&_[cmdk-group-heading]]:px-2.5 [&_[cmdk-group-heading]]:pt-2.5 [&_[cmdk-group-heading]]:pb-1 [&_[cmdk-group-heading]]:font-medium [&_[cmdk-group-heading]]:text-muted [&_[cmdk-group-heading]]:text-xs',
        className,
      )}
      {...rest}
    />
  );
}

export function CommandItem({ className, ...rest }: ComponentProps<typeof Cmdk.Item>) {
  return (
    <Cmdk.Item
      className={cn(
        'flex cursor-default select-none items-center gap-2.5 rounded-sm px-2.5 py-2 text-sm outline-none data-[disabled=true]:opacity-50 data-[selected=true]:bg-ink/6 pointer-coarse:py-2.5 [&_svg]:size-4 [&_svg]:shrink-0 [&_svg]:text-muted',
        className,
      )}
      {...rest}
    />
  );
}
