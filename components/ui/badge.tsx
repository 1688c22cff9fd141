// A word about the state or kind of a thing. Colours are those of the tokens; `dot` adds a mark before the word.
import { cva, type VariantProps } from 'class-variance-authority';
import type { ComponentProps } from 'react';
import { cn } from './cn';

const look = cva(
  'inline-flex h-5.5 max-w-full items-center gap-1.5 whitespace-nowrap rounded-xs px-1.5 font-medium text-xs [&_svg]:size-3.5 [&_svg]:shrink-0',
  {
    variants: {
      tone: {
        neutral: 'bg-ink/6 text-muted',
        accent: 'bg-accent-soft text-accent-ink',
        person: 'bg-person-soft text-person-ink',
        success: 'bg-success-soft text-success-ink',
        warning: 'bg-warning-soft text-warning-ink',
        danger: 'bg-danger-soft text-danger-ink',
        info: 'bg-info-soft text-info-ink',
        entry: 'bg-entry-soft text-entry-ink',
        flow: 'bg-flow-soft text-flow-ink',
        message: 'bg-message-soft text-message-ink',
        data: 'bg-data-soft text-data-ink',
        email: 'bg-email-soft text-email-ink',
        sms: 'bg-sms-soft text-sms-ink',
        webhook: 'bg-webhook-soft text-webhook-ink',
        outline: 'border text-muted',
      },
    },
    defaultVariants: { tone: 'neutral' },
  },
);

export type BadgeTone = NonNullable<VariantProps<typeof look>['tone']>;

interface BadgeProps extends ComponentProps<'span'> {
  tone?: BadgeTone;
  dot?: boolean;
}

export function Badge({ tone, dot, className, children, ...rest }: BadgeProps) {
  return (
    <span className={cn(look({ tone }), className)} {...rest}>
      {dot && <span className="size-1.5 shrink-0 rounded-full bg-current" aria-hidden />}
      {children}
    </span>
  );
}
