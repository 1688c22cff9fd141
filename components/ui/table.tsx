// Rows to scan. Numbers go right and line up; a row with a `stretched` link is one target.
import type { ComponentProps } from 'react';
import { cn } from './cn';

export function Table({ className, ...rest }: ComponentProps<'table'>) {
  return (
    <table className={cn('w-full border-separate border-spacing-0 text-left text-sm', className)} {...rest} />
  );
}

export function TableHead({ className, ...rest }: ComponentProps<'thead'>) {
  return <thead className={cn('max-sm:sr-only', className)} {...rest} />;
}

interface HeaderCellProps extends ComponentProps<'th'> {
  isNumeric?: boolean;
}

export function HeaderCell({ className, isNumeric, ...rest }: HeaderCellProps) {
  return (
    <th
      scope="col"
      className={cn(
        'h-9 whitespace-nowrap border-b bg-sunken/55 px-3 font-medium text-muted text-xs first:rounded-tl-lg first:pl-4 last:rounded-tr-lg last:pr-4',
        isNumeric && 'text-right',
        className,
      )}
      {...rest}
    />
  );
}

export function Row({ className, ...rest }: ComponentProps<'tr'>) {
  return (
    <tr
      className={cn(
        'group relative transition-colors hover:bg-ink/2.5 has-[a:focus-visible]:bg-ink/4 [&:last-child>td]:border-b-0',
        className,
      )}
      {...rest}
    />
  );
}

interface CellProps extends ComponentProps<'td'> {
  isNumeric?: boolean;
}

export function Cell({ className, isNumeric, ...rest }: CellProps) {
  return (
    <td
      className={cn(
        'h-12 border-b px-3 py-2 align-middle first:pl-4 last:pr-4',
        isNumeric && 'tabular text-right',
        className,
      )}
      {...rest}
    />
  );
}
