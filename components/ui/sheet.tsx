// A panel from the right that shows one thing in detail; the whole window on a phone.
'use client';

import { X } from 'lucide-react';
import { useTranslations } from 'next-intl';
import * as RadixDialog from 'radix-ui/dialog';
import type { ReactNode } from 'react';
import { Button } from './button';
import { cn } from './cn';
import { veil } from './dialog';

interface SheetProps {
  open: boolean;
  onOpenChange: (open: boolean) => void;
  title: ReactNode;
  description?: ReactNode;
  /** Shown in the header, left of the close button. */
  actions?: ReactNode;
  className?: string;
  children: ReactNode;
}

export function Sheet({ open, onOpenChange, title, description, actions, className, children }: SheetProps) {
  const t = useTranslations('common');
  return (
    <RadixDialog.Root open={open} onOpenChange={onOpenChange}>
      <RadixDialog.Portal>
        <RadixDialog.Overlay className={veil} />
        <RadixDialog.Content
          {...(description ? {} : { 'aria-describedby': undefined })}
          className={cn(
            'fixed inset-y-0 right-0 z-50 flex w-full max-w-2xl flex-col border-line bg-raised shadow-high outline-none sm:border-l',
            'data-[state=closed]:animate-sheet-out data-[state=open]:animate-sheet-in',
            className,
          )}
        >
          <header className="flex items-start gap-3 border-b px-5 py-4 max-sm:px-4">
            <div className="min-w-0 flex-1">
              <RadixDialog.Title className="font-semibold text-lg">{title}</RadixDialog.Title>
              {description && (
                <RadixDialog.Description asChild>
                  <div className="mt-1 text-muted text-sm">{description}</div>
                </RadixDialog.Description>
              )}
            </div>
            {actions}
            <RadixDialog.Close asChild>
              <Button variant="ghost" size="icon-sm" aria-label={t('close')} className="-mr-1.5">
                <X aria-hidden />
              </Button>
            </RadixDialog.Close>
          </header>
          <div className="min-h-0 flex-1 overflow-y-auto">{children}</div>
        </RadixDialog.Content>
      </RadixDialog.Portal>
    </RadixDialog.Root>
  );
}
