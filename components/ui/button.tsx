// The one button: what it looks like is its variant; `asChild` lends the look to a link.
import { cva, type VariantProps } from 'class-variance-authority';
import * as Slot from 'radix-ui/slot';
import type { ComponentProps } from 'react';
import { cn } from './cn';
import { Spinner } from './spinner';

const buttonLook = cva(
  [
    'relative inline-flex shrink-0 select-none items-center justify-center gap-1.5 whitespace-nowrap rounded-sm font-medium',
    'transition-[background-color,border-color,color,box-shadow,transform] duration-120 active:translate-y-px',
    'disabled:pointer-events-none disabled:opacity-50 aria-disabled:pointer-events-none aria-disabled:opacity-50',
    '[&_svg]:size-4 [&_svg]:shrink-0',
  ],
  {
    variants: {
      variant: {
        primary: 'bg-accent text-on-accent shadow-low hover:bg-accent-hover',
        secondary:
          'border border-line-strong bg-surface text-ink shadow-low hover:border-faint/60 hover:bg-sunken data-[state=open]:bg-sunken',
        ghost:
          'text-muted hover:bg-ink/6 hover:text-ink data-[state=open]:bg-ink/6 data-[state=open]:text-ink',
        soft: 'bg-accent-soft text-accent-ink hover:bg-accent/16',
        danger: 'bg-danger text-white shadow-low hover:bg-danger/90',
        link: 'h-auto px-0 text-accent-ink underline decoration-accent/35 underline-offset-3 hover:decoration-accent',
      },
      size: {
        sm: 'h-7 px-2.5 text-xs pointer-coarse:h-9',
        md: 'h-8.5 px-3 text-sm pointer-coarse:h-10',
        lg: 'h-10 px-4 text-base',
        icon: 'size-8.5 text-sm pointer-coarse:size-10',
        'icon-sm': 'size-7 text-xs pointer-coarse:size-9',
      },
    },
    compoundVariants: [{ variant: 'link', className: 'h-auto px-0' }],
    defaultVariants: { variant: 'secondary', size: 'md' },
  },
);

interface ButtonProps extends ComponentProps<'button'>, VariantProps<typeof buttonLook> {
  asChild?: boolean;
  /** Shows a spinner and refuses clicks, without changing the width. */
  isPending?: boolean;
}

export function Button({
  asChild,
  variant,
  size,
  isPending,
  className,
  children,
  disabled,
  type,
  ...rest
}: ButtonProps) {
  const look = cn(buttonLook({ variant, size }), className);
  if (asChild) {
    return (
      <Slot.Root className={look} {...rest}>
        {children}
      </Slot.Root>
    );
  }
  return (
    <button
      type={type ?? 'button'}
      className={look}
      disabled={disabled || isPending}
      aria-busy={isPending || undefined}
      {...rest}
    >
      {isPending ? (
        <>
          <span className="inline-flex items-center gap-1.5 opacity-0">{children}</span>
          <Spinner className="absolute" />
        </>
      ) : (
        children
      )}
    </button>
  );
}
