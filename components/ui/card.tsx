// A surface that holds one subject, with an optional heading.
import type { ComponentProps, ReactNode } from 'react';
import { cn } from './cn';

export function Card({ className, ...rest }: ComponentProps<'section'>) {
  return <section className={cn('rounded-lg border bg-surface shadow-low', className)} {...rest} />;
}

interface CardHeaderProps {
  title: ReactNode;
  description?: ReactNode;
  actions?: ReactNode;
  /** So that the card's section can be named by it. */
  id?: string;
  className?: string;
}

export function CardHeader({ title, description, actions, id, className }: CardHeaderProps) {
  return (
    <header className={cn('flex items-start gap-4 px-5 pt-4 pb-3 max-sm:px-4', className)}>
      <div className="min-w-0 flex-1">
        <h2 id={id} className="font-semibold text-base">
          {title}
        </h2>
        {description && <p className="mt-0.5 text-muted text-sm">{description}</p>}
      </div>
      {actions}
    </header>
  );
}

export function CardBody({ className, ...rest }: ComponentProps<'div'>) {
  return <div className={cn('px-5 pb-5 max-sm:px-4', className)} {...rest} />;
}

export function CardFooter({ className, ...rest }: ComponentProps<'footer'>) {
  return (
    <footer
      className={cn(
        'flex items-center justify-end gap-2 rounded-b-lg border-t bg-sunken/45 px-5 py-3 max-sm:px-4',
        className,
      )}
      {...rest}
    />
  );
}
