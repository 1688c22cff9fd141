// Nothing here yet: says what would be here, and how to get it.
import type { ReactNode } from 'react';
import { cn } from './cn';

interface EmptyStateProps {
  icon?: ReactNode;
  title: ReactNode;
  /** h1 where it is the whole page. */
  heading?: 'h1' | 'h2';
  description?: ReactNode;
  action?: ReactNode;
  className?: string;
  children?: ReactNode;
}

export function EmptyState({
  icon,
  title,
  heading: Heading = 'h2',
  description,
  action,
  className,
  children,
}: EmptyStateProps) {
  return (
    <div className={cn('flex flex-col items-center px-6 py-14 text-center', className)}>
      {icon && (
        <span className="mb-4 flex size-11 items-center justify-center rounded-lg border bg-sunken text-muted [&_svg]:size-5">
          {icon}
        </span>
      )}
      <Heading className="font-semibold text-lg">{title}</Heading>
      {description && <p className="mt-1 max-w-md text-balance text-muted text-sm">{description}</p>}
      {action && <div className="mt-5 flex flex-wrap justify-center gap-2">{action}</div>}
      {children}
    </div>
  );
}
