// A question in the middle of the window; on a phone it rises from the bottom edge.
'use client';

import { X } from 'lucide-react';
import { useTranslations } from 'next-intl';
import * as RadixDialog from 'radix-ui/dialog';
import type { ReactNode } from 'react';
import { Button } from './button';
import { cn } from './cn';

export const Dialog = RadixDialog.Root;
export const DialogClose = RadixDialog.Close;

export const veil =
  'fixed inset-0 z-40 bg-overlay data-[state=closed]:animate-fade-out data-[state=open]:animate-fade-in';

interface DialogContentProps {
  title: ReactNode;
  description?: ReactNode;
  /** Buttons, right-aligned under the body. */
  footer?: ReactNode;
  className?: string;
  children?: ReactNode;
}

export function DialogContent({ title, description, footer, className, children }: DialogContentProps) {
  return (
    <RadixDialog.Portal>
      <RadixDialog.Overlay className={veil} />
      <RadixDialog.Content
        {...(description ? {} : { 'aria-describedby': undefined })}
        className={cn(
          'fixed z-50 flex max-h-[calc(100dvh-2rem)] flex-col border border-line bg-raised shadow-high outline-none',
          'sm:top-[12vh] sm:left-1/2 sm:w-[calc(100%-2rem)] sm:max-w-md sm:-translate-x-1/2 sm:rounded-lg',
          'sm:data-[state=closed]:animate-pop-out sm:data-[state=open]:animate-pop-in',
          'max-sm:inset-x-0 max-sm:bottom-0 max-sm:rounded-t-xl max-sm:pb-[env(safe-area-inset-bottom)]',
          'max-sm:data-[state=closed]:animate-drawer-out max-sm:data-[state=open]:animate-drawer-in',
          className,
        )}
      >
        <DialogHead title={title} description={description} />
        {children && <div className="min-h-0 overflow-y-auto px-5 pt-1 pb-5">{children}</div>}
        {footer && (
          <footer className="flex justify-end gap-2 border-t bg-sunken/50 px-5 py-3 sm:rounded-b-lg">
            {footer}
          </footer>
        )}
      </RadixDialog.Content>
    </RadixDialog.Portal>
  );
}

function DialogHead({ title, description }: Pick<DialogContentProps, 'title' | 'description'>) {
  const t = useTranslations('common');
  return (
    <header className="flex items-start gap-4 px-5 pt-4.5 pb-3">
      <div className="min-w-0 flex-1">
        <RadixDialog.Title className="font-semibold text-lg">{title}</RadixDialog.Title>
        {description && (
          <RadixDialog.Description className="mt-1 text-muted text-sm">{description}</RadixDialog.Description>
        )}
      </div>
      <RadixDialog.Close asChild>
        <Button variant="ghost" size="icon-sm" aria-label={t('close')} className="-mr-1.5">
          <X aria-hidden />
        </Button>
      </RadixDialog.Close>
    </header>
  );
}
