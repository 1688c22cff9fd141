// What draws the toasts. Fetched with the first one; see toast.ts.
'use client';

import { CircleAlert, CircleCheck, Info, TriangleAlert } from 'lucide-react';
import { useTranslations } from 'next-intl';
import { useEffect } from 'react';
import { Toaster as Sonner } from 'sonner';
import { toastHost } from './toast';

export function Toaster() {
  const t = useTranslations('common');
  useEffect(() => toastHost.announceReady(), []);
  return (
    <Sonner
      position="bottom-right"
      containerAriaLabel={t('notifications')}
      gap={8}
      mobileOffset={{ bottom: 'calc(var(--tabs-height) + 12px)' }}
      icons={{
        success: <CircleCheck className="size-4.5 text-success" />,
        error: <CircleAlert className="size-4.5 text-danger" />,
        warning: <TriangleAlert className="size-4.5 text-warning" />,
        info: <Info className="size-4.5 text-info" />,
      }}
      toastOptions={{
        unstyled: true,
        classNames: {
          toast:
            'flex w-full items-start gap-3 rounded-md border border-line bg-raised px-4 py-3 font-sans text-ink shadow-mid sm:w-90',
          icon: 'mt-0.5 shrink-0',
          content: 'min-w-0 flex-1',
          title: 'font-medium text-sm',
          description: 'mt-0.5 text-muted text-xs',
          actionButton:
            'shrink-0 self-center rounded-xs px-2 py-1 font-medium text-accent-ink text-xs hover:bg-accent-soft',
        },
      }}
    />
  );
}
