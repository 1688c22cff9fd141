// A page of the studio that reads from top to bottom: its title, what it is for, what can be done, then the content.
import type { ReactNode } from 'react';
import { cn } from '@/components/ui/cn';

interface PageProps {
  title: ReactNode;
  description?: ReactNode;
  /** Above the title: the way back. */
  back?: ReactNode;
  actions?: ReactNode;
  width?: 'wide' | 'narrow';
  children: ReactNode;
}

export function Page({ title, description, back, actions, width = 'wide', children }: PageProps) {
  return (
    <div
      className={cn(
        'mx-auto flex w-full flex-col px-8 pt-7 pb-12 max-lg:px-6 max-sm:px-4 max-sm:pt-5 max-sm:pb-8',
        width === 'wide' ? 'max-w-6xl' : 'max-w-4xl',
      )}
    >
      {back && <div className="mb-2">{back}</div>}
      <header className="mb-5 flex flex-wrap items-center gap-x-6 max-sm:gap-y-1 sm:grid sm:grid-cols-[minmax(0,1fr)_auto]">
        <h1 className="font-semibold text-2xl max-sm:min-w-1/2 max-sm:flex-1">{title}</h1>
        {actions && <div className="flex items-center gap-2 max-sm:flex-wrap sm:row-span-2">{actions}</div>}
        {description && (
          <p className="mt-0.5 col-start-1 max-w-2xl text-muted text-base max-sm:w-full">{description}</p>
        )}
      </header>
      {children}
    </div>
  );
}
